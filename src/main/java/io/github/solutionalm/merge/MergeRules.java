package io.github.solutionalm.merge;

import static io.github.solutionalm.merge.MergeRules.MergeRow.each;
import static java.util.stream.Collectors.toMap;

import io.github.solutionalm.model.ComponentType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How each type merges (docs/concepts.md, "What shows of a stack"): the table that {@link LayerMerge} goes by. Elements
 * without a row merge too, without an identity. The shapes are those of real packages.
 *
 * @param onlyWith the element that a definition must have for its layers to merge; empty if any merges
 * @param united the children that merge in an element that is replaced otherwise
 * @param conflictsTab whether what does not merge goes to a tab of its own
 */
record MergeRules(Map<String, MergeRow> rows, Optional<String> onlyWith, Set<String> united, boolean conflictsTab) {

    private static final MergeRow LOCALIZED_NAME = each("LocalizedName", "languagecode");
    private static final MergeRow DESCRIPTION = each("Description", "languagecode");
    private static final MergeRow LABEL = each("label", "languagecode");

    private static final MergeRules FORM = rules(
                    each("tab", "id").moves().byOrdinal(),
                    each("column", "id"),
                    each("section", "id").moves().byOrdinal(),
                    each("row").groups(),
                    each("cell", "id").moves().byOrdinal(),
                    each("control").replaced(),
                    LABEL,
                    each("event", "name", "attribute"),
                    each("Handler", "handlerUniqueId").replaced().byOrdinal(),
                    each("dependency", "id"),
                    each("Library", "name"),
                    each("controlDescription", "forControl").replaced(),
                    each("DisplayConditions").replaced(),
                    each("NavBarByRelationshipItem", "Id"),
                    each("NavBarItem", "Id"),
                    each("NavBarArea", "Id"),
                    each("Title", "LCID"),
                    each("Privilege", "Entity"),
                    each("data", "id"),
                    each("internaljscriptfile", "src"),
                    each("internaljscriptvariable", "name"),
                    each("querystringparameter", "name"),
                    LOCALIZED_NAME,
                    DESCRIPTION)
            .withConflictsTab();

    private static final MergeRules SITE_MAP = rules(
            each("Area", "Id").atBottom(),
            each("Group", "Id").atBottom(),
            each("SubArea", "Id").atBottom(),
            each("Title", "LCID"),
            each("Description", "LCID", "languagecode"),
            each("Privilege", "Entity"),
            LOCALIZED_NAME);

    private static final MergeRules RIBBON = rules(
            each("CustomAction", "Id").replaced(),
            each("HideCustomAction", "HideActionId").replaced(),
            each("RibbonTemplates", "Id"),
            each("GroupTemplate", "Id").replaced(),
            each("CommandDefinition", "Id").replaced(),
            each("TabDisplayRule", "TabCommand").replaced(),
            each("DisplayRule", "Id").replaced(),
            each("EnableRule", "Id").replaced(),
            each("LocLabel", "Id"),
            each("Title", "languagecode"));

    private static final MergeRules APP = rules(
            each("AppModuleComponent", "type", "schemaName", "id", "parentId"),
            each("Role", "id"),
            each("appelement", "uniquename").replaced(),
            each("appsetting", "settingdefinitionid.uniquename").replaced(),
            LOCALIZED_NAME,
            DESCRIPTION);

    private static final MergeRules OPTIONS = rules(
                    each("attribute").unites(),
                    each("optionset").unites(),
                    each("option", "value"),
                    each("state", "value"),
                    each("status", "value"),
                    LABEL,
                    DESCRIPTION)
            .uniting("optionset", "options", "states", "statuses");

    private static final Map<ComponentType, MergeRules> BY_TYPE = Map.of(
            ComponentType.SYSTEM_FORM, FORM,
            ComponentType.SITE_MAP, SITE_MAP,
            ComponentType.RIBBON_CUSTOMIZATION, RIBBON,
            ComponentType.APP_MODULE, APP,
            ComponentType.OPTION_SET, OPTIONS,
            ComponentType.ATTRIBUTE, OPTIONS.onlyWith("optionset"));

    /** The rules of a type; none if its top layer wins. */
    static Optional<MergeRules> of(ComponentType type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    MergeRow row(String element) {
        MergeRow row = rows.get(element);
        return row != null ? row : MergeRow.each(element);
    }

    /** Whether an element can be in another parent, and be found there. */
    boolean isMovable(Node element) {
        return !element.key.isEmpty() && row(element.name()).isMoving();
    }

    /** Whether a full definition is compared with its basis; options unite, whatever lay below. */
    boolean compares() {
        return united.isEmpty();
    }

    /** Whether the layers merge that have this definition on top. */
    boolean applyTo(Node top) {
        return onlyWith.isEmpty()
                || top.children().stream().anyMatch(child -> child.name().equals(onlyWith.get()));
    }

    private static MergeRules rules(MergeRow... rows) {
        return new MergeRules(
                List.of(rows).stream().collect(toMap(MergeRow::element, Function.identity())),
                Optional.empty(),
                Set.of(),
                false);
    }

    private MergeRules withConflictsTab() {
        return new MergeRules(rows, onlyWith, united, true);
    }

    private MergeRules uniting(String... elements) {
        return new MergeRules(rows, onlyWith, Set.of(elements), conflictsTab);
    }

    private MergeRules onlyWith(String element) {
        return new MergeRules(rows, Optional.of(element), united, conflictsTab);
    }

    /**
     * How elements of one name merge.
     *
     * @param element element name
     * @param identity attributes that tell siblings of this name apart; where an element has none of them, the n-th matches
     *     the n-th
     * @param nesting what becomes of its content
     * @param order where it goes among its siblings
     */
    record MergeRow(String element, List<String> identity, Nesting nesting, Order order) {

        /** What becomes of the content of an element that several layers have. */
        enum Nesting {
            /** It merges, child by child. */
            MERGES,
            /** A layer that states the element replaces its content. */
            REPLACED,
            /** Only the {@linkplain MergeRules#united united} children merge, the rest is replaced. */
            UNITES,
            /** It merges, and the element is one of its kind in the whole document: it can move from parent to parent. */
            MOVES,
            /** It has no identity and no place of its own: only groups the seats of its parent. */
            GROUPS
        }

        /** Where an element goes among its siblings. */
        enum Order {
            /** After the sibling that it follows in its own layer. */
            FOLLOWS,
            /** By ordinal, where its layer gives one. */
            ORDINAL,
            /** New ones at the bottom, unless the maker has placed them; others by ordinal. */
            BOTTOM
        }

        static MergeRow each(String element, String... identity) {
            return new MergeRow(element, List.of(identity), Nesting.MERGES, Order.FOLLOWS);
        }

        MergeRow replaced() {
            return new MergeRow(element, identity, Nesting.REPLACED, order);
        }

        MergeRow unites() {
            return new MergeRow(element, identity, Nesting.UNITES, order);
        }

        MergeRow moves() {
            return new MergeRow(element, identity, Nesting.MOVES, order);
        }

        MergeRow groups() {
            return new MergeRow(element, identity, Nesting.GROUPS, order);
        }

        MergeRow byOrdinal() {
            return new MergeRow(element, identity, nesting, Order.ORDINAL);
        }

        MergeRow atBottom() {
            return new MergeRow(element, identity, nesting, Order.BOTTOM);
        }

        boolean isMoving() {
            return nesting == Nesting.MOVES;
        }
    }
}
