package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentType;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the {@link ComponentCatalogue}.
 *
 * @param path element names from the root of {@code customizations.xml} to the component
 * @param type the component type
 * @param key template of the key
 * @param name where the display name stands; alternatives separated by {@code |}
 * @param layerFrom the element inside that carries the component's own content: without it, when it holds nothing but
 *     other components, or when it is {@code unmodified="1"}, the component is only context
 * @param activated where the state stands, 1 for activated
 * @param emptyWith the component exists only when an element other than these is in it; without them it always does
 * @param folder whether all files in the folder of its file belong to it
 * @param code which of them can run: {@code *} for all, {@code Element=1,3} for those with such a value, empty for none
 * @param alias where another name stands by which others may refer to it, or empty
 * @param parent the type that its first reference to is its parent, where the parent does not enclose it
 * @param within where in the enclosing component the key stands of the one that it is a part of, or empty when it is a
 *     part of the enclosing one itself. Such a component gives way to one of the same key that stands in its own place
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
        String alias,
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

    static CatalogueRow at(String path, ComponentType type) {
        return new CatalogueRow(
                path,
                type,
                "",
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                false,
                Optional.empty(),
                "",
                "",
                "",
                Set.of(),
                Set.of());
    }

    CatalogueRow key(String template) {
        return new CatalogueRow(
                path, type, template, name, layerFrom, activated, emptyWith, folder, parent, code, alias, within, files,
                labels);
    }

    CatalogueRow name(String paths) {
        return new CatalogueRow(
                path, type, key, paths, layerFrom, activated, emptyWith, folder, parent, code, alias, within, files,
                labels);
    }

    CatalogueRow layerFrom(String element, String... labels) {
        return new CatalogueRow(
                path,
                type,
                key,
                name,
                Optional.of(element),
                activated,
                emptyWith,
                folder,
                parent,
                code,
                alias,
                within,
                files,
                Set.of(labels));
    }

    CatalogueRow activated(String paths) {
        return new CatalogueRow(
                path, type, key, name, layerFrom, paths, emptyWith, folder, parent, code, alias, within, files, labels);
    }

    CatalogueRow emptyWith(Set<String> elements) {
        return new CatalogueRow(
                path,
                type,
                key,
                name,
                layerFrom,
                activated,
                Optional.of(elements),
                folder,
                parent,
                code,
                alias,
                within,
                files,
                labels);
    }

    CatalogueRow withFolder() {
        return new CatalogueRow(
                path, type, key, name, layerFrom, activated, emptyWith, true, parent, code, alias, within, files,
                labels);
    }

    CatalogueRow partOf(ComponentType type) {
        return new CatalogueRow(
                path,
                this.type,
                key,
                name,
                layerFrom,
                activated,
                emptyWith,
                folder,
                Optional.of(type),
                code,
                alias,
                within,
                files,
                labels);
    }

    /** All components of this row can run. */
    CatalogueRow runs() {
        return runsIf("*");
    }

    /** Those that have one of the values can run. */
    CatalogueRow runsIf(String condition) {
        return new CatalogueRow(
                path, type, key, name, layerFrom, activated, emptyWith, folder, parent, condition, alias, within, files,
                labels);
    }

    /** Others may refer to it by what stands there. */
    CatalogueRow alsoKnownAs(String path) {
        return new CatalogueRow(
                this.path, type, key, name, layerFrom, activated, emptyWith, folder, parent, code, path, within, files,
                labels);
    }

    /** It is not the enclosing component that it is a part of, but the one of this type whose key stands there. */
    CatalogueRow partOf(ComponentType type, String within) {
        return new CatalogueRow(
                path,
                this.type,
                key,
                name,
                layerFrom,
                activated,
                emptyWith,
                folder,
                Optional.of(type),
                code,
                alias,
                within,
                files,
                labels);
    }

    /** These elements name files that it can't do without. */
    CatalogueRow needing(String... files) {
        return new CatalogueRow(
                path,
                type,
                key,
                name,
                layerFrom,
                activated,
                emptyWith,
                folder,
                parent,
                code,
                alias,
                within,
                Set.of(files),
                labels);
    }
}
