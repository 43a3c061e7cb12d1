package io.github.solutionalm.report;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.report.platform.ImportLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A SpreadsheetML workbook as a test reads it: what a strict XML parser finds, by name. */
public record Workbook(Document document) {

    static Workbook parse(byte[] xml) throws Exception {
        return new Workbook(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
    }

    public static Workbook logOf(ImportResult result) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImportLog.write(result, out);
        return parse(out.toByteArray());
    }

    List<Element> all(String name) {
        return elements(document.getDocumentElement(), name);
    }

    Element sheet(String name) {
        return all("Worksheet").stream()
                .filter(sheet -> sheet.getAttribute("ss:Name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Element> rows(String sheet) {
        return elements(sheet(sheet), "Row");
    }

    /** The texts of each row, in the order of its cells. */
    List<List<String>> texts(String sheet) {
        return rows(sheet).stream().map(Workbook::texts).toList();
    }

    static List<String> texts(Element row) {
        return elements(row, "Cell").stream().map(Node::getTextContent).toList();
    }

    /** Sheet 1: the value of each label below a heading. */
    public Map<String, String> solution() {
        Map<String, String> values = new LinkedHashMap<>();
        String heading = "";
        for (List<String> row : texts("Solution")) {
            if (row.size() < 2 || row.get(0).equals("Solution")) {
                heading = row.get(0).isEmpty() ? "" : row.get(0) + " ";
            } else {
                values.put(heading + row.get(0), row.get(1));
            }
        }
        return values;
    }

    /** Sheet 2 from its third row on: what each row says, under the names of its cells, without what is empty. */
    public List<Map<String, String>> components() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Element row : rows("Components").stream().skip(2).toList()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Element cell : elements(row, "Cell")) {
                if (!cell.getTextContent().isEmpty()) {
                    values.put(cell.getAttribute("name"), cell.getTextContent());
                }
            }
            rows.add(values);
        }
        return rows;
    }

    /** One column of sheet 2. */
    public List<String> column(String name) {
        return components().stream().map(row -> row.getOrDefault(name, "")).toList();
    }

    static List<Element> elements(Element parent, String name) {
        NodeList list = parent.getElementsByTagName(name);
        Stream<Node> nodes = IntStream.range(0, list.getLength()).mapToObj(list::item);
        return nodes.map(Element.class::cast).toList();
    }
}
