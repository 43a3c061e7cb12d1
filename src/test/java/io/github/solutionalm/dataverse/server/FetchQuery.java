package io.github.solutionalm.dataverse.server;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A FetchXML query, as far as the server carries them out: counts of columns, and one row with the count of all
 * (https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/aggregate-data).
 *
 * @param table logical name
 * @param aggregate whether it makes one row of counts
 * @param counted whether it tells the count of all rows
 * @param columns its columns by alias, or by name where they have none
 * @param conditions column, operator and value of each condition
 */
record FetchQuery(
        String table, boolean aggregate, boolean counted, Map<String, String> columns, List<Condition> conditions) {

    record Condition(String column, String operator, String value) {}

    static FetchQuery of(String xml) throws ODataFault {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element fetch = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            Map<String, String> columns = new LinkedHashMap<>();
            for (Element attribute : all(fetch, "attribute")) {
                String alias = attribute.getAttribute("alias");
                String name = attribute.getAttribute("name");
                columns.put(alias.isEmpty() ? name : alias, name);
            }
            List<Condition> conditions = new ArrayList<>();
            for (Element condition : all(fetch, "condition")) {
                conditions.add(new Condition(
                        condition.getAttribute("attribute"),
                        condition.getAttribute("operator"),
                        condition.getAttribute("value")));
            }
            return new FetchQuery(
                    all(fetch, "entity").get(0).getAttribute("name"),
                    fetch.getAttribute("aggregate").equals("true"),
                    fetch.getAttribute("returntotalrecordcount").equals("true"),
                    columns,
                    conditions);
        } catch (ParserConfigurationException | SAXException | IOException | IndexOutOfBoundsException e) {
            throw ODataFault.badRequest("0x80040201", "Invalid XML.");
        }
    }

    private static List<Element> all(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }
}
