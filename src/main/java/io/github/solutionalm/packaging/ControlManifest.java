package io.github.solutionalm.packaging;

import io.github.solutionalm.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** The manifest of a custom control, which names the files that it is made of relative to itself. */
final class ControlManifest {

    /** The end of its name, lower case. */
    static final String FILE = "/controlmanifest.xml";

    private static final String RESOURCES = "resources";

    private ControlManifest() {}

    /**
     * Scripts, styles, images and texts: {@code resources/code/@path} and its like.
     *
     * @param name the manifest's own name in the package
     */
    static Set<String> files(String name, byte[] content) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        Set<String> files = new LinkedHashSet<>();
        try {
            XMLStreamReader2 reader = SafeXml.reader(new ByteArrayInputStream(content));
            int resources = -1;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader2.START_ELEMENT) {
                    String path = reader.getAttributeValue(null, "path");
                    if (reader.getDepth() == resources + 1 && path != null && isRelative(path)) {
                        files.add(folder + path.strip().replace('\\', '/').replaceFirst("^(\\./)+", ""));
                    } else if (reader.getLocalName().equals(RESOURCES)) {
                        resources = reader.getDepth();
                    }
                } else if (event == XMLStreamReader2.END_ELEMENT && reader.getDepth() == resources) {
                    resources = -1;
                }
            }
        } catch (XMLStreamException e) {
            // The platform takes the file as it is; whatever was found up to here stands.
        }
        return files;
    }

    /** Neither on the web nor a web resource, nor from elsewhere. */
    private static boolean isRelative(String path) {
        return !path.isBlank()
                && path.indexOf(':') < 0
                && !path.contains("..")
                && !path.strip().startsWith("/");
    }
}
