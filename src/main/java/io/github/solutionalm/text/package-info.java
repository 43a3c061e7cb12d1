/**
 * Text from elsewhere, such as names in packages and what servers say, in places where it could be taken for more than text:
 * {@link io.github.solutionalm.text.PortableName} makes file names of it. Imports nothing but the JDK; every room that
 * shows or keeps such text may import it.
 */
package io.github.solutionalm.text;
