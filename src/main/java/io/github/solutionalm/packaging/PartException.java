package io.github.solutionalm.packaging;

import javax.xml.stream.XMLStreamException;

/** A part of the package is not well-formed XML. */
final class PartException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String part;

    PartException(String part, XMLStreamException cause) {
        super(cause);
        this.part = part;
    }

    /** Name of the entry. */
    String part() {
        return part;
    }

    /** What is wrong and where, in one line. */
    String reason() {
        XMLStreamException cause = (XMLStreamException) getCause();
        String message = String.valueOf(cause.getMessage()).strip();
        int location = message.indexOf("\n at [row");
        String text = (location < 0 ? message : message.substring(0, location)).replaceAll("\\s+", " ");
        return cause.getLocation() == null
                ? text
                : text + " (line " + cause.getLocation().getLineNumber() + ", column "
                        + cause.getLocation().getColumnNumber() + ")";
    }
}
