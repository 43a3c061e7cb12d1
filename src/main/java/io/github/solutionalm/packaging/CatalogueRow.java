package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentType;
import java.util.ArrayList;
import java.util.List;
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
 * @param activated where the state stands, 1 for activated; of steps 0 for enabled
 * @param onlyWith the component exists only when one of these elements is in it
 * @param folder whether all files in the folder of its file belong to it
 * @param code which of them can run: {@code *} for all, {@code Element=1,3} for those with such a value, empty for none
 * @param names where other names stand by which others refer to it
 * @param parent the type that its first reference to is its parent, where the parent does not enclose it
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
        List<OtherName> names) {

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
        return new CatalogueRow(path, type, "", "", Optional.empty(), "", Set.of(), false, Optional.empty(), "", List.of());
    }

    CatalogueRow key(String template) {
        return new CatalogueRow(
                path, type, template, name, layerFrom, activated, onlyWith, folder, parent, code, names);
    }

    CatalogueRow name(String paths) {
        return new CatalogueRow(path, type, key, paths, layerFrom, activated, onlyWith, folder, parent, code, names);
    }

    CatalogueRow layerFrom(String element) {
        return new CatalogueRow(
                path, type, key, name, Optional.of(element), activated, onlyWith, folder, parent, code, names);
    }

    CatalogueRow activated(String paths) {
        return new CatalogueRow(path, type, key, name, layerFrom, paths, onlyWith, folder, parent, code, names);
    }

    CatalogueRow onlyWith(Set<String> elements) {
        return new CatalogueRow(path, type, key, name, layerFrom, activated, elements, folder, parent, code, names);
    }

    CatalogueRow withFolder() {
        return new CatalogueRow(path, type, key, name, layerFrom, activated, onlyWith, true, parent, code, names);
    }

    CatalogueRow partOf(ComponentType type) {
        return new CatalogueRow(
                path, this.type, key, name, layerFrom, activated, onlyWith, folder, Optional.of(type), code, names);
    }

    /** All components of this row can run. */
    CatalogueRow runs() {
        return runsIf("*");
    }

    /** Those that have one of the values can run. */
    CatalogueRow runsIf(String condition) {
        return new CatalogueRow(
                path, type, key, name, layerFrom, activated, onlyWith, folder, parent, condition, names);
    }

    /** Others may refer to it by what stands at one of the places. */
    CatalogueRow alsoKnownAs(String... places) {
        CatalogueRow row = this;
        for (String place : places) {
            row = row.alsoReferredToAs(type, place);
        }
        return row;
    }

    /** Others may refer to it by what stands there, as if it were of another type. */
    CatalogueRow alsoReferredToAs(ComponentType written, String place) {
        List<OtherName> all = new ArrayList<>(names);
        all.add(new OtherName(place, written));
        return new CatalogueRow(
                path, type, key, name, layerFrom, activated, onlyWith, folder, parent, code, List.copyOf(all));
    }

    /**
     * Another name of a component.
     *
     * @param place where it stands
     * @param type the type that a reference by this name is written with
     */
    record OtherName(String place, ComponentType type) {}
}
