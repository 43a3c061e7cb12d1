package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One row of the {@link ComponentCatalogue}.
 *
 * @param path element names from the root of {@code customizations.xml} to the component
 * @param type the component type
 * @param key template of the key
 * @param name where the display name stands; alternatives separated by {@code |}
 * @param layerFrom the element inside that carries the component's own content: without it, when it holds nothing but
 *     other components, or when it is {@code unmodified="1"}, the component is only context
 * @param activated where the state stands, 1 for activated; of steps 0 for enabled
 * @param emptyWith the component exists only when an element other than these is in it; without them it always does
 * @param folder whether all files in the folder of its file belong to it
 * @param code which of them can run: {@code *} for all, {@code Element=1,3} for those with such a value, empty for none
 * @param names where other names stand by which others refer to it
 * @param parent where the parent does not enclose it: its parent is the first component of this type that it refers to
 * @param within path, in the enclosing element, of the parent's key; empty if the enclosing component is the parent. A
 *     definition found in its regular place replaces this one
 * @param files elements that name a file which must be in the package, besides those called {@code …FileName}
 * @param labels elements directly inside that tell which one it is and nothing else, where it may be only context
 */
record CatalogueRow(
        String path,
        ComponentType type,
        String key,
        String name,
        Optional<String> layerFrom,
        String activated,
        Optional<Set<String>> emptyWith,
        boolean folder,
        Optional<ComponentType> parent,
        String code,
        List<OtherName> names,
        String within,
        Set<String> files,
        Set<String> labels) {

    /** Every table exports a ribbon, mostly one with nothing but these elements; any other makes it a customization. */
    static final Set<String> EMPTY_RIBBON = Set.of(
            "CustomActions",
            "Templates",
            "RibbonTemplates",
            "CommandDefinitions",
            "RuleDefinitions",
            "TabDisplayRules",
            "DisplayRules",
            "EnableRules",
            "LocLabels",
            "RibbonNotSupported");

    /**
     * Another name of a component.
     *
     * @param place where it is
     * @param type the type that a reference by this name is written with
     */
    record OtherName(String place, ComponentType type) {}

    /** A row on its way: each step below changes one thing of it. */
    private static final class Draft {
        private final String path;
        private final ComponentType type;
        private String key = "";
        private String name = "";
        private Optional<String> layerFrom = Optional.empty();
        private String activated = "";
        private Optional<Set<String>> emptyWith = Optional.empty();
        private boolean folder;
        private Optional<ComponentType> parent = Optional.empty();
        private String code = "";
        private List<OtherName> names = List.of();
        private String within = "";
        private Set<String> files = Set.of();
        private Set<String> labels = Set.of();

        Draft(String path, ComponentType type) {
            this.path = path;
            this.type = type;
        }

        CatalogueRow row() {
            return new CatalogueRow(
                    path, type, key, name, layerFrom, activated, emptyWith, folder, parent, code, names, within, files,
                    labels);
        }
    }

    private CatalogueRow with(Consumer<Draft> step) {
        Draft draft = new Draft(path, type);
        draft.key = key;
        draft.name = name;
        draft.layerFrom = layerFrom;
        draft.activated = activated;
        draft.emptyWith = emptyWith;
        draft.folder = folder;
        draft.parent = parent;
        draft.code = code;
        draft.names = names;
        draft.within = within;
        draft.files = files;
        draft.labels = labels;
        step.accept(draft);
        return draft.row();
    }

    static CatalogueRow at(String path, ComponentType type) {
        return new Draft(path, type).row();
    }

    CatalogueRow key(String template) {
        return with(draft -> draft.key = template);
    }

    CatalogueRow name(String paths) {
        return with(draft -> draft.name = paths);
    }

    CatalogueRow layerFrom(String element, String... labels) {
        return with(draft -> {
            draft.layerFrom = Optional.of(element);
            draft.labels = Set.of(labels);
        });
    }

    CatalogueRow activated(String paths) {
        return with(draft -> draft.activated = paths);
    }

    CatalogueRow emptyWith(Set<String> elements) {
        return with(draft -> draft.emptyWith = Optional.of(elements));
    }

    CatalogueRow withFolder() {
        return with(draft -> draft.folder = true);
    }

    CatalogueRow partOf(ComponentType type) {
        return with(draft -> draft.parent = Optional.of(type));
    }

    /** Its parent is not the enclosing component, but the one of this type whose key is at that path. */
    CatalogueRow partOf(ComponentType type, String within) {
        return with(draft -> {
            draft.parent = Optional.of(type);
            draft.within = within;
        });
    }

    /** These elements name files that it can't do without. */
    CatalogueRow needing(String... files) {
        return with(draft -> draft.files = Set.of(files));
    }

    /** All components of this row can run. */
    CatalogueRow runs() {
        return runsIf("*");
    }

    /** Components that have one of the values can run. */
    CatalogueRow runsIf(String condition) {
        return with(draft -> draft.code = condition);
    }

    /** Others may refer to it by what is at one of the places. */
    CatalogueRow alsoKnownAs(String... places) {
        CatalogueRow row = this;
        for (String place : places) {
            row = row.alsoReferredToAs(type, place);
        }
        return row;
    }

    /** Others may refer to it by what is there, as if it were of another type. */
    CatalogueRow alsoReferredToAs(ComponentType written, String place) {
        List<OtherName> all = new ArrayList<>(names);
        all.add(new OtherName(place, written));
        return with(draft -> draft.names = List.copyOf(all));
    }
}
