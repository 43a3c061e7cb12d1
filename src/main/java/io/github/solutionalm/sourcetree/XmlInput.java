package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Attribute;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import io.github.solutionalm.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads an XML document child by child, so that of a large one only a part is in memory. What a child says is kept as it
 * is written; white space between elements is not, for it is made anew.
 */
final class XmlInput implements AutoCloseable {

    private final XMLStreamReader2 reader;

    XmlInput(InputStream in) throws XMLStreamException {
        reader = SafeXml.reader(in);
    }

    /** A whole document. */
    static Element document(InputStream in) throws XMLStreamException {
        try (XmlInput input = new XmlInput(in)) {
            Element root = input.root();
            Element whole = root.with(input.children());
            input.end();
            return whole;
        }
    }

    /** The root element without its children, which come next. */
    Element root() throws XMLStreamException {
        while (!reader.isStartElement()) {
            advance();
        }
        return start();
    }

    /**
     * Moves to the next child of the element that was entered last, past text and comments.
     *
     * @return {@code false} at the end of that element, which is left
     */
    boolean next() throws XMLStreamException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> refuseText();
                default -> {
                    // comments are of those who wrote the file, and say nothing to an environment
                }
            }
        }
    }

    /** Text has no place between the sections of a document. */
    private void refuseText() throws XMLStreamException {
        if (!reader.getText().isBlank()) {
            throw new XMLStreamException(
                    "there is text between elements: '" + reader.getText().strip() + "'", reader.getLocation());
        }
    }

    /** The name of the child that was moved to. */
    String name() {
        return reader.getLocalName();
    }

    /** Enters the child that was moved to, and gives it without its children. */
    Element enter() throws XMLStreamException {
        return start();
    }

    /** The whole child that was moved to. */
    Element read() throws XMLStreamException {
        Element element = start();
        return element.with(children());
    }

    /** Makes sure that what follows the root element is well-formed too. */
    void end() throws XMLStreamException {
        while (reader.hasNext()) {
            advance();
        }
    }

    private Element start() throws XMLStreamException {
        List<Attribute> attributes = new ArrayList<>(reader.getAttributeCount());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.add(new Attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
        }
        return new Element(
                reader.getLocalName(),
                attributes,
                List.of(),
                reader.isEmptyElement(),
                reader.getLocation().getLineNumber());
    }

    /**
     * The children of the element that was started, up to its end. No method calls itself: what does is compiled many times
     * over, and that takes longer than reading a document.
     */
    private List<XmlNode> children() throws XMLStreamException {
        Deque<Branch> open = new ArrayDeque<>();
        Branch branch = new Branch(Element.placeholder(""));
        while (true) {
            int event = advance();
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> branch.append(reader);
                case XMLStreamConstants.START_ELEMENT -> {
                    branch.endText(false);
                    branch.elements = true;
                    open.push(branch);
                    branch = new Branch(start());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    branch.endText(true);
                    if (open.isEmpty()) {
                        return branch.children;
                    }
                    Branch done = branch;
                    branch = open.pop();
                    branch.children.add(done.element.with(done.children));
                }
                default -> {
                    branch.endText(false);
                    node(event, branch.children);
                }
            }
        }
    }

    /** An element that is open. */
    private static final class Branch {

        private final Element element;
        private final List<XmlNode> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean elements;

        Branch(Element element) {
            this.element = element;
        }

        void append(XMLStreamReader2 reader) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }

        /** White space alone is a text where it is all that an element has. */
        void endText(boolean end) {
            if (text.isEmpty()) {
                return;
            }
            String said = text.toString();
            if (!said.isBlank() || end && !elements && children.isEmpty() && said.indexOf('\n') < 0) {
                children.add(new XmlNode.Text(said, false));
            }
            text.setLength(0);
        }
    }

    private void node(int event, List<XmlNode> children) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.CDATA -> cdata(children);
            case XMLStreamConstants.COMMENT -> children.add(new XmlNode.Markup("<!--" + reader.getText() + "-->"));
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                children.add(new XmlNode.Markup("<?" + reader.getPITarget() + " " + reader.getPIData() + "?>"));
            default -> throw new XMLStreamException("there is something that is not known", reader.getLocation());
        }
    }

    /** A long one comes in pieces. */
    private void cdata(List<XmlNode> children) {
        String text = reader.getText();
        if (!children.isEmpty() && children.get(children.size() - 1) instanceof XmlNode.Text before && before.cdata()) {
            text = before.text() + text;
            children.remove(children.size() - 1);
        }
        children.add(new XmlNode.Text(text, true));
    }

    private int advance() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
            throw SafeXml.refuseDoctype();
        }
        return event;
    }

    @Override
    public void close() throws XMLStreamException {
        reader.close();
    }

    /** For callers whose streams fail for other reasons than their XML: the parser wraps what they throw. */
    static IOException cause(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io ? io : null;
    }
}
