package io.github.solutionalm.dataverse.api;

import java.util.List;

/**
 * A query that counts, in the platform's query language, which knows all columns by their logical names
 * (https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/aggregate-data,
 * https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/count-rows).
 *
 * @param text the query
 */
record FetchXml(String text) {

    /** Counts the values of each column; the answer has them as {@code c0}, {@code c1} and so on. */
    static FetchXml values(String table, List<String> columns) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            attributes.append(counted(columns.get(i), i));
        }
        return aggregate(table, attributes.toString());
    }

    /** Counts the rows that have one value in a column; the answer has it as {@code c0}. */
    static FetchXml rowsWith(TableNames table, Condition condition) {
        return aggregate(table.logicalName(), counted(table.primaryId(), 0) + condition.text());
    }

    /** Reads one row of those that fulfil a condition, with the count of all. */
    static FetchXml first(TableNames table, Condition condition) {
        return new FetchXml("<fetch returntotalrecordcount=\"true\" page=\"1\" count=\"1\"><entity name="
                + quoted(table.logicalName()) + "><attribute name=" + quoted(table.primaryId()) + "/>"
                + condition.text() + "</entity></fetch>");
    }

    private static FetchXml aggregate(String table, String content) {
        return new FetchXml(
                "<fetch aggregate=\"true\"><entity name=" + quoted(table) + ">" + content + "</entity></fetch>");
    }

    private static String counted(String column, int number) {
        return "<attribute name=" + quoted(column) + " aggregate=\"countcolumn\" alias=\"c" + number + "\"/>";
    }

    /**
     * What counts.
     *
     * @param text an element {@code filter} or {@code link-entity}
     */
    record Condition(String text) {

        static Condition hasValue(String column) {
            return new Condition(
                    "<filter><condition attribute=" + quoted(column) + " operator=\"not-null\"/></filter>");
        }

        static Condition isValue(String column, String value) {
            return new Condition("<filter><condition attribute=" + quoted(column) + " operator=\"eq\" value="
                    + quoted(value) + "/></filter>");
        }

        /** Every business unit has a copy of a role, which says of which (parentrootroleid); of itself, too. */
        static Condition isRole(String role) {
            return new Condition("<link-entity name=\"role\" from=\"roleid\" to=\"roleid\">"
                    + isValue("parentrootroleid", role).text() + "</link-entity>");
        }
    }

    private static String quoted(String value) {
        return "\"" + value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\"";
    }
}
