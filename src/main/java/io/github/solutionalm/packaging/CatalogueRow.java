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
 * @param onlyWith the component exists only when one of these elements is in it
 * @param folder whether all files in the folder of its file belong to it
 * @param code which of them can run: {@code *} for all, {@code Element=1,3} for those with such a value, empty for none
 * @param alias where another name stands by which others may refer to it, or empty
 * @param parent the type that its first reference to is its parent, where the parent does not enclose it
 * @param within where in the enclosing component the key stands of the one that it is a part of, or empty when it is a
 *     part of the enclosing one itself. Such a component gives way to one of the same key that stands in its own place
 * @param files elements that name a file which must be in the package, besides those called {@code …FileName}
 */
record CatalogueRow(
        String path,
        ComponentType type,
        String key,
        String name,
        Optional<String> layerFrom,
        String activated,
        Set<String> onlyWith,
        boolean folder,
        Optional<ComponentType> parent,
        String code,
        String alias,
        String within,
        Set<String> files) {

    /** Every table exports a ribbon, mostly an empty one; these elements make it a customization. */
    static final Set<String> RIBBON_CONTENT = Set.of(
            "CustomAction",
            "HideCustomAction",
            "CommandDefinition",
            "LocLabel",
            "DisplayRule",
            "EnableRule",
            "TabDisplayRule");

    /** Any element at all. */
    static final Set<String> ANY_CONTENT = Set.of("*");

    static CatalogueRow at(String path, ComponentType type) {
        return new CatalogueRow(
                path, type, "", "", Optional.empty(), "", Set.of(), false, Optional.empty(), "", "", "", Set.of());
    }

    CatalogueRow key(String template) {
        return new CatalogueRow(
                path, type, template, name, layerFrom, activated, onlyWith, folder, parent, code, alias, within, files);
    }

    CatalogueRow name(String paths) {
        return new CatalogueRow(
                path, type, key, paths, layerFrom, activated, onlyWith, folder, parent, code, alias, within, files);
    }

    CatalogueRow layerFrom(String element) {
        return new CatalogueRow(
                path,
                type,
                key,
                name,
                Optional.of(element),
                activated,
                onlyWith,
                folder,
                parent,
                code,
                alias,
                within,
                files);
    }

    CatalogueRow activated(String paths) {
        return new CatalogueRow(
                path, type, key, name, layerFrom, paths, onlyWith, folder, parent, code, alias, within, files);
    }

    CatalogueRow onlyWith(Set<String> elements) {
        return new CatalogueRow(
                path, type, key, name, layerFrom, activated, elements, folder, parent, code, alias, within, files);
    }

    CatalogueRow withFolder() {
        return new CatalogueRow(
                path, type, key, name, layerFrom, activated, onlyWith, true, parent, code, alias, within, files);
    }

    CatalogueRow partOf(ComponentType type) {
        return new CatalogueRow(
                path,
                this.type,
                key,
                name,
                layerFrom,
                activated,
                onlyWith,
                folder,
                Optional.of(type),
                code,
                alias,
                within,
                files);
    }

    /** All components of this row can run. */
    CatalogueRow runs() {
        return runsIf("*");
    }

    /** Those that have one of the values can run. */
    CatalogueRow runsIf(String condition) {
        return new CatalogueRow(
                path, type, key, name, layerFrom, activated, onlyWith, folder, parent, condition, alias, within, files);
    }

    /** Others may refer to it by what stands there. */
    CatalogueRow alsoKnownAs(String path) {
        return new CatalogueRow(
                this.path, type, key, name, layerFrom, activated, onlyWith, folder, parent, code, path, within, files);
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
                onlyWith,
                folder,
                Optional.of(type),
                code,
                alias,
                within,
                files);
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
                onlyWith,
                folder,
                parent,
                code,
                alias,
                within,
                Set.of(files));
    }
}
