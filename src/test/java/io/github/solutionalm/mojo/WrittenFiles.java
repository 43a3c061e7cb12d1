package io.github.solutionalm.mojo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.report.junit.AllReaders;
import io.github.solutionalm.report.markdown.ReadMarkdown;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What goals wrote into their folder: documents of their formats, under names that every system has. */
final class WrittenFiles {

    private static final String SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u2028-\\u202E\\u2066-\\u2069]");

    private final List<String> wrong = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    static WrittenFiles in(Path output) throws Exception {
        WrittenFiles files = new WrittenFiles();
        if (Files.isDirectory(output)) {
            try (Stream<Path> all = Files.walk(output)) {
                for (Path path : all.filter(path -> !path.equals(output)).toList()) {
                    files.look(path);
                }
            }
        }
        return files;
    }

    /** What is not as it should be. */
    List<String> wrong() {
        return wrong;
    }

    /** Which kinds there were. */
    List<String> kinds() {
        return kinds;
    }

    private void look(Path path) throws Exception {
        String name = path.getFileName().toString();
        if (!NAME.matcher(name).matches() || name.endsWith(".")) {
            wrong.add("name " + path);
        }
        if (Files.isDirectory(path)) {
            kinds.add("folder");
        } else if (name.endsWith(".json")) {
            kinds.add("JSON");
            json(path);
        } else if (name.endsWith(".xml")) {
            xml(path);
        } else if (name.endsWith(".md")) {
            kinds.add("Markdown");
            markdown(Files.readString(path, StandardCharsets.UTF_8), path);
        }
    }

    private void markdown(String text, Path path) {
        if (CONTROL.matcher(text).find()) {
            wrong.add("control character in " + path);
        }
        ReadMarkdown.of(text).active().forEach(active -> wrong.add(active + " in " + path));
    }

    private void json(Path path) throws Exception {
        String text = Files.readString(path, StandardCharsets.UTF_8);
        new ObjectMapper().readTree(text);
        if (CONTROL.matcher(text).find()) {
            wrong.add("control character in " + path);
        }
    }

    private void junit(Path path) throws Exception {
        AllReaders.names(path);
        if (CONTROL.matcher(Files.readString(path)).find()) {
            wrong.add("control character in " + path);
        }
    }

    private void xml(Path path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        Document document = builder.parse(path.toFile());
        if (document.getDoctype() != null) {
            wrong.add("document type in " + path);
        }
        if (document.getDocumentElement().getLocalName().equals("testsuites")) {
            kinds.add("JUnit");
            junit(path);
            return;
        }
        if (!document.getDocumentElement().getLocalName().equals("Workbook")) {
            kinds.add("XML");
            return;
        }
        kinds.add("SpreadsheetML");
        NodeList cells = document.getElementsByTagNameNS(SPREADSHEET, "*");
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            if (cell.hasAttributeNS(SPREADSHEET, "Formula") || cell.hasAttributeNS(SPREADSHEET, "HRef")) {
                wrong.add("formula or link in " + path);
            }
            if (cell.getLocalName().equals("Data")
                    && !cell.getAttributeNS(SPREADSHEET, "Type").equals("String")) {
                wrong.add("cell that is no text in " + path);
            }
        }
    }
}
