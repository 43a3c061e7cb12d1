package io.github.solutionalm.sourcetree;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.sourcetree.Mapping.Kind;
import io.github.solutionalm.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The mapping file of {@code pac solution pack --map} and SolutionPackager:
 * <pre>
 * &lt;Mapping&gt;
 *   &lt;FileToFile map="Contoso.Plugins.dll" to="..\Plugins\bin\Release\Contoso.Plugins.dll"/&gt;
 *   &lt;FileToPath map="WebResources\**\*.js" to="..\scripts\dist\**"/&gt;
 *   &lt;Folder map="WebResources\contoso_" to="..\web"/&gt;
 * &lt;/Mapping&gt;
 * </pre>
 */
public final class MappingFile {

    private static final String ROOT = "Mapping";
    private static final Set<String> ATTRIBUTES = Set.of("map", "to");
    private static final String KINDS =
            Arrays.stream(Kind.values()).map(kind -> "<" + kind.element() + ">").collect(Collectors.joining(", "));

    private final String shown;
    private final MappingText text;

    private MappingFile(String shown, MappingText text) {
        this.shown = shown;
        this.text = text;
    }

    /**
     * Reads a mapping file.
     *
     * @param tree the source tree: relative paths of {@code to} begin there, as with SolutionPackager
     * @param variables the value of an environment variable by its name, or null
     * @throws SolutionException naming all that is wrong, with lines
     */
    public static List<Mapping> read(Path file, Path tree, UnaryOperator<String> variables) throws SolutionException {
        String shown = file.getFileName().toString();
        MappingText text = new MappingText(tree, variables);
        try (InputStream in = Files.newInputStream(file)) {
            new MappingFile(shown, text).read(SafeXml.reader(in));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            text.problem(shown + (line > 0 ? ":" + line : ""), "it is no well-formed XML: " + firstLine(e));
        } catch (NoSuchFileException e) {
            throw new SolutionException(
                    "The mapping file " + file + " does not exist. Correct <mapFile> or -Dsolution.mapFile.", e);
        } catch (IOException e) {
            throw new SolutionException("The mapping file " + file + " can't be read: " + e.getMessage(), e);
        }
        if (!text.problems().isEmpty()) {
            throw new SolutionException("Tried to read the mapping file " + file + " but failed because: "
                    + String.join(System.lineSeparator(), text.problems()));
        }
        return text.mappings();
    }

    private void read(XMLStreamReader2 xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw SafeXml.refuseDoctype();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 1 && !xml.getLocalName().equals(ROOT)) {
                    text.problem(
                            where(xml),
                            "it begins with <" + xml.getLocalName() + ">, and a mapping file begins with" + " <" + ROOT
                                    + ">");
                    return;
                }
                if (depth > 1) {
                    element(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void element(XMLStreamReader2 xml) {
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(some -> some.element().equals(xml.getLocalName()))
                .findFirst();
        if (kind.isEmpty()) {
            text.problem(where(xml), "<" + xml.getLocalName() + "> is no mapping. There are " + KINDS);
            return;
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (!ATTRIBUTES.contains(xml.getAttributeLocalName(i))) {
                text.problem(
                        where(xml),
                        "<" + xml.getLocalName() + "> has the attribute " + xml.getAttributeLocalName(i)
                                + ". It takes map and to");
            }
        }
        text.add(kind.get(), xml.getAttributeValue(null, "map"), xml.getAttributeValue(null, "to"), where(xml));
    }

    private String where(XMLStreamReader2 xml) {
        return shown + ":" + xml.getLocation().getLineNumber();
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
