/**
 * The front door: {@link io.github.solutionalm.SolutionEnvironment} and the requests, results and events that go
 * through it. Its public methods mention only this package, {@code model} and the JDK.
 */
package io.github.solutionalm;
