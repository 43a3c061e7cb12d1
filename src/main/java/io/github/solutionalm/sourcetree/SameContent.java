package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Whether two files say the same: such a file of a tree is not written again. */
final class SameContent {

    /** Larger files are compared byte by byte alone. */
    private static final long LARGEST_TEXT = 32 << 20;

    private static final long LARGEST_XML = 8 << 20;

    private SameContent() {}

    /** By bytes; else XML by what it says, whatever its line ends, comments and empty tags; other texts but for line ends. */
    static boolean of(Path a, Path b) throws IOException {
        if (Files.mismatch(a, b) < 0) {
            return true;
        }
        if (Files.size(a) > LARGEST_TEXT || Files.size(b) > LARGEST_TEXT) {
            return false;
        }
        if (a.toString().toLowerCase(Locale.ROOT).endsWith(".xml") && Files.size(a) < LARGEST_XML) {
            Optional<byte[]> one = xml(a);
            if (one.isPresent()) {
                return xml(b).filter(other -> Arrays.equals(one.get(), other)).isPresent();
            }
        }
        byte[] text = withoutLineEnds(a);
        return text != null && Arrays.equals(text, withoutLineEnds(b));
    }

    private static Optional<byte[]> xml(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XmlOutput.document(plain(SchemaInstance.without(XmlInput.document(in))), bytes, "\n");
            return Optional.of(bytes.toByteArray());
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Element plain(Element element) {
        List<XmlNode> children = element.children().stream()
                .filter(child -> !(child instanceof XmlNode.Markup))
                .map(child -> child instanceof Element inner ? plain(inner) : child)
                .toList();
        return new Element(element.name(), element.attributes(), children, true, 0);
    }

    /** The bytes without carriage returns before line feeds, or {@code null} of a file that is no text. */
    private static byte[] withoutLineEnds(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return null;
            }
            if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
                bytes[length++] = bytes[i];
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
