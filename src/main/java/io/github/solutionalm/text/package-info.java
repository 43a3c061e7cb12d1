/**
 * Text from elsewhere, such as names in packages and what servers say, in places where it could be taken for more than text:
 * {@link io.github.solutionalm.text.PlainText} makes lines of a log of it, {@link io.github.solutionalm.text.PlainThrowable}
 * exceptions that may be logged, {@link io.github.solutionalm.text.PortableName} file names. Imports nothing but the JDK and {@code hash}; every room that
 * shows or keeps such text may import it.
 */
package io.github.solutionalm.text;
