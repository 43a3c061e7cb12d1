package io.github.solutionalm.details;

import static io.github.solutionalm.model.ComponentType.APP_MODULE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.OPTION_SET;
import static io.github.solutionalm.model.ComponentType.ROLE;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY_VISUALIZATION;
import static io.github.solutionalm.model.ComponentType.SITE_MAP;
import static io.github.solutionalm.model.ComponentType.SYSTEM_FORM;

import io.github.solutionalm.model.ComponentType;
import java.util.Map;

/**
 * The words of each component type, one row each; types without a row have the usual words, which are the names of their
 * elements (docs/plan-and-gates.md, "What changes inside").
 */
final class Describers {

    private static final Words LABELS = Words.USUAL
            .calling("displayname", "label")
            .calling("localizedname", "label")
            .calling("localizedcollectionname", "plural label");

    private static final Words TABLE = LABELS.plain("entity", "entityinfo");

    private static final Words FORM = LABELS.plain("form", "control", "columns", "column", "rows", "row")
            .knowing("cell", "control/id")
            .calling("cell", "control")
            .lifting("cell", "section")
            .silent("labelid", "uniqueid")
            .knowing("tab", "name")
            .knowing("section", "name")
            .knowing("event", "name", "attribute")
            .knowing("handler", "libraryname", "functionname")
            .calling("handler", "event handler");

    private static final Words VIEW = LABELS.plain("fetch", "entity", "grid", "row")
            .calling("attribute", "field")
            .calling("cell", "column")
            .knowing("condition", "entityname", "attribute", "operator")
            .knowing("order", "attribute")
            .calling("order", "sort")
            .knowing("link-entity", "name", "alias");

    private static final Words ROLE_WORDS = Words.USUAL.calling("roleprivilege", "privilege");

    private static final Words APP =
            LABELS.knowing("appmodulecomponent", "type", "id", "schemaname").calling("appmodulecomponent", "component");

    private static final Map<ComponentType, Words> ROWS = Map.of(
            ENTITY, TABLE,
            OPTION_SET, LABELS,
            SYSTEM_FORM, FORM,
            SAVED_QUERY, VIEW,
            SAVED_QUERY_VISUALIZATION, VIEW,
            SITE_MAP, LABELS.calling("title", "label"),
            ROLE, ROLE_WORDS,
            APP_MODULE, APP);

    private Describers() {}

    /** The words of a type. */
    static Words of(ComponentType type) {
        return ROWS.getOrDefault(type, LABELS);
    }
}
