/**
 * Laws: tests of what holds for every case, tried with many cases that are made from a number.
 *
 * <p>{@link io.github.solutionalm.law.Law} marks such a test, and {@link io.github.solutionalm.law.Choices} is what its cases are
 * made from. Whoever sees a law broken repeats it with the number that the failure names.
 */
package io.github.solutionalm.law;
