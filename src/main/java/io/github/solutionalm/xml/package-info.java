/**
 * XML as the project reads and writes it: {@link io.github.solutionalm.xml.SafeXml} makes every reader,
 * {@link io.github.solutionalm.xml.CanonicalXml} writes the form in which definitions are stored and compared. Imports
 * nothing of the project.
 */
package io.github.solutionalm.xml;
