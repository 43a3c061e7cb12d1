/**
 * The goals, one class each, with the parents that hold their shared parameters: {@link
 * io.github.solutionalm.mojo.ImportMojo} is where to start. A goal declares its parameters and the
 * order of its steps; the steps themselves are in the packages below: {@code environment}, {@code packages}, {@code operation}, {@code console}, {@code build}. These six
 * are the only packages that know Maven.
 */
package io.github.solutionalm.mojo;
