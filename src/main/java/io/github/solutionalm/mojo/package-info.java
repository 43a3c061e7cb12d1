/**
 * The goals, one class each, with the parents that hold their shared parameters: {@link
 * io.github.solutionalm.mojo.ImportMojo} is where to start. A goal says what can be set and in which order things happen; how
 * is in the rooms below: {@code environment}, {@code packages}, {@code operation}, {@code console}, {@code build}. These six
 * are the only packages that know Maven.
 */
package io.github.solutionalm.mojo;
