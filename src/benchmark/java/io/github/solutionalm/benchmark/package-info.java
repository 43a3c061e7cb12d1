/**
 * How fast the plugin is, beside what nobody can do without: {@link io.github.solutionalm.benchmark.Benchmark} times a
 * package's reading and import, and the bare passes that they are held against. In no jar and in no test run; see
 * {@code docs/benchmark.md}.
 */
package io.github.solutionalm.benchmark;
