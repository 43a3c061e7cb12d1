package io.github.solutionalm.report.xml;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an XML document as it goes along. Names carry their prefix as they are written; text and attribute values may
 * hold anything, since what XML 1.0 has no place for is replaced.
 */
public final class XmlWriter implements AutoCloseable {

    private static final String INDENT = "  ";

    private final XMLStreamWriter out;
    private final boolean indented;
    private int depth;
    private boolean inLeaf = true;

    private XmlWriter(XMLStreamWriter out, boolean indented) {
        this.out = out;
        this.indented = indented;
    }

    /** All in one line, as the platform writes the formatted log (docs/platform-facts.md, "The formatted log"). */
    public static XmlWriter compact(OutputStream stream) throws IOException {
        return open(stream, false);
    }

    /** A writer that begins a line with each element, for people and for diff. */
    public static XmlWriter indented(OutputStream stream) throws IOException {
        return open(stream, true);
    }

    private static XmlWriter open(OutputStream stream, boolean indented) throws IOException {
        try {
            XMLStreamWriter out = factory().createXMLStreamWriter(stream, "UTF-8");
            out.writeStartDocument("1.0");
            return new XmlWriter(out, indented);
        } catch (XMLStreamException e) {
            throw asIOException(e);
        }
    }

    /** Named directly, not looked up: inside Maven the lookup depends on whose class loader is the context's. */
    private static XMLOutputFactory factory() {
        XMLOutputFactory factory = new WstxOutputFactory();
        factory.setProperty("javax.xml.stream.isNamespaceAware", false);
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        factory.setProperty(WstxOutputProperties.P_ADD_SPACE_AFTER_EMPTY_ELEM, true);
        return factory;
    }

    public XmlWriter instruction(String target, String data) throws IOException {
        return write(() -> out.writeProcessingInstruction(target, data));
    }

    public XmlWriter start(String name) throws IOException {
        newLine();
        depth++;
        inLeaf = true;
        return write(() -> out.writeStartElement(name));
    }

    /** An attribute of the element just started. */
    public XmlWriter attribute(String name, String value) throws IOException {
        return write(() -> out.writeAttribute(name, XmlText.clean(value)));
    }

    /** Text; an empty one too makes a start and an end tag of the element, where none makes one tag. */
    public XmlWriter text(String value) throws IOException {
        return write(() -> out.writeCharacters(XmlText.clean(value)));
    }

    public XmlWriter end() throws IOException {
        depth--;
        if (!inLeaf) {
            newLine();
        }
        inLeaf = false;
        return write(out::writeEndElement);
    }

    /** An element with nothing but text, one tag when that is empty. */
    public XmlWriter element(String name, String value) throws IOException {
        start(name);
        if (!value.isEmpty()) {
            text(value);
        }
        return end();
    }

    /** Ends what is still open. The stream below stays open. */
    @Override
    public void close() throws IOException {
        newLine();
        write(out::writeEndDocument);
        write(out::close);
    }

    private void newLine() throws IOException {
        if (indented) {
            write(() -> out.writeCharacters("\n" + INDENT.repeat(depth)));
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private XmlWriter write(Step step) throws IOException {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw asIOException(e);
        }
    }

    private static IOException asIOException(XMLStreamException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
    }
}
