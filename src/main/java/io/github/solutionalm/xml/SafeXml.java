package io.github.solutionalm.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The one place that makes XML readers: no DTD, no external entities, bounded depth and attribute size. A document type
 * is met as a DTD event, which every caller refuses ({@link #refuseDoctype}).
 *
 * <p>Readers don't know namespaces: solution packages use none but {@code xsi:nil}, which some tools leave undeclared.
 */
public final class SafeXml {

    private static final WstxInputFactory FACTORY = factory();

    private SafeXml() {}

    /** A reader from bytes; the encoding comes from the BOM or the declaration, else UTF-8. */
    public static XMLStreamReader2 reader(InputStream in) throws XMLStreamException {
        return (XMLStreamReader2) FACTORY.createXMLStreamReader(in);
    }

    /** For libraries that want a factory of their own. */
    public static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // What is wrong with a text is an exception of next(), not an unchecked one of whoever asks for the text.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 500);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 250);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 256 << 10);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 4_000);
        return factory;
    }

    /** Called for each DTD event. */
    public static XMLStreamException refuseDoctype() {
        return new XMLStreamException("it has a document type (<!DOCTYPE>), which solution packages never have");
    }

    /** Called for each reference to an entity that the reader left alone, for nothing declares it. */
    public static XMLStreamException refuseEntity(XMLStreamReader2 reader) {
        return new XMLStreamException(
                "it uses the entity &" + reader.getLocalName() + ";, which is not declared", reader.getLocation());
    }
}
