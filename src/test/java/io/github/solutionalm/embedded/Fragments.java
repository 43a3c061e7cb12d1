package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.id;

/** Pieces of {@code customizations.xml} that say more than {@link PackageBuilder} does of itself. */
final class Fragments {

    private Fragments() {}

    /** A table, for the section Entities: what its definition says, and its columns. */
    static String table(String name, String says, String... columns) {
        return """
                <Entity><Name LocalizedName="%s">%s</Name><EntityInfo><entity Name="%s"><attributes>%s</attributes>\
                <EntitySetName>%ss</EntitySetName>%s</entity></EntityInfo></Entity>
                """
                .formatted(name, name, name, String.join("", columns), name, says);
    }

    /** A column of a table. */
    static String column(String name, String type, String... says) {
        return "<attribute PhysicalName=\"%s\"><Type>%s</Type><LogicalName>%s</LogicalName>%s</attribute>"
                .formatted(name, type, name, String.join("", says));
    }

    /** A relationship, for the section EntityRelationships. */
    static String relationship(String name, String... says) {
        return "<EntityRelationship Name=\"%s\">%s</EntityRelationship>".formatted(name, String.join("", says));
    }

    /** A process, for the section Workflows. */
    static String process(String name, String... says) {
        return "<Workflow WorkflowId=\"{%s}\" Name=\"%s\">%s</Workflow>"
                .formatted(id(name), name, String.join("", says));
    }

    /** A form of a table that only has forms, for the section Entities. */
    static String form(String table, String name, String form) {
        return """
                <Entity><Name LocalizedName="%s">%s</Name><FormXml><forms type="main"><systemform><formid>{%s}</formid>%s\
                </systemform></forms></FormXml></Entity>
                """
                .formatted(table, table, id(name), form);
    }

    /** A plug-in assembly with its types, for the section SolutionPluginAssemblies. */
    static String assembly(String name, String version, String... types) {
        StringBuilder xml = new StringBuilder();
        for (String type : types) {
            xml.append("<PluginType Name=\"%s\" PluginTypeId=\"%s\"/>".formatted(type, id(type)));
        }
        return """
                <PluginAssembly FullName="%s, Version=%s, Culture=neutral" PluginAssemblyId="%s"><PluginTypes>%s</PluginTypes>\
                </PluginAssembly>
                """
                .formatted(name, version, id(name), xml);
    }

    /** An element with a text. */
    static String says(String element, String text) {
        return "<%s>%s</%s>".formatted(element, text, element);
    }
}
