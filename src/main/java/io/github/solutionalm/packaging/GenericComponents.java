package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Components outside the catalogue, known by name only: rows of solution-aware tables, association sets, sections
 * that are not in the catalogue. The type is the element's name, the key is made of its attributes.
 */
final class GenericComponents {

    private static final Pattern LOOKUP = Pattern.compile("(?:parent)?(\\w+?)id(?:one|two)?");

    private static final String EXPORT_KEY = "exportkey";

    /** Columns that hold the key of whatever table they stand in. */
    private static final Set<String> KEY_NAMES = Set.of("name", "uniquename", "schemaname", "logicalname");

    /** Lookups whose name is not made of the table's. */
    private static final Map<String, ComponentType> LOOKUPS = Map.of(
            "contextentity", ComponentType.ENTITY,
            "onclickeventformulacomponentlibraryid", ComponentType.CANVAS_APP,
            "visibilityformulacomponentlibraryid", ComponentType.CANVAS_APP,
            "parentdefinitionid", ComponentType.ENVIRONMENT_VARIABLE_DEFINITION,
            "onclickeventjavascriptwebresourceid", ComponentType.WEB_RESOURCE,
            "iconwebresourceid", ComponentType.WEB_RESOURCE,
            "msdyn_productivitypaneid", ComponentType.named("msdyn_paneconfiguration"),
            "msdyn_toolid", ComponentType.named("msdyn_panetoolconfiguration"),
            "msdyn_agentscriptid", ComponentType.named("msdyn_productivityagentscript"));

    /** Assemblies packed with what they need, and the SQL of early Microsoft solutions. */
    private static final Set<String> CODE = Set.of("pluginpackage", "procedure");

    private GenericComponents() {}

    static CataloguePath.Place place(String element) {
        CatalogueRow row = CatalogueRow.at("", ComponentType.named(element)).name("name|displayname/@default");
        return new CataloguePath.Place(CODE.contains(element) ? row.runs() : row, Optional.empty(), List.of());
    }

    /** The key that the attributes make, if there are any. */
    static Optional<String> key(XMLStreamReader2 reader) {
        List<Map.Entry<String, String>> columns = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String prefix = reader.getAttributePrefix(i);
            boolean xml = name.startsWith("xmlns") || name.startsWith("xsi:") || prefix != null && !prefix.isEmpty();
            if (!xml && !name.equals("unmodified")) {
                columns.add(Map.entry(name, reader.getAttributeValue(i)));
            }
        }
        return Optional.of(ComponentNames.join(columns)).filter(key -> !key.isBlank());
    }

    /** A section that holds nothing but text. */
    static SolutionComponent text(String element, Definition definition) {
        ComponentKey key = new ComponentKey(ComponentType.named(element), element);
        return new SolutionComponent(key, "", Optional.empty(), Optional.of(definition), Optional.empty(), Set.of());
    }

    /**
     * The table that a lookup points to. The column that holds the key may tell ({@code workflowid}), else the lookup's own
     * name does: {@code parentbotid} points to {@code bot}.
     */
    static Optional<ComponentType> tableOf(String column, String keyColumn) {
        if (keyColumn.endsWith(EXPORT_KEY)) {
            // Export keys are made up by each export, but that of a plug-in type is its id.
            return keyColumn.equals("plugintype" + EXPORT_KEY)
                    ? Optional.of(ComponentType.PLUGIN_TYPE)
                    : Optional.empty();
        }
        ComponentType known = LOOKUPS.get(column);
        if (known != null) {
            return Optional.of(known);
        }
        return Stream.of(keyColumn, column)
                .map(LOOKUP::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(matcher -> ComponentType.named(matcher.group(1)))
                .or(() -> KEY_NAMES.contains(keyColumn) ? Optional.of(ComponentType.named(column)) : Optional.empty());
    }
}
