package io.github.solutionalm.packaging;

import io.github.solutionalm.model.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The paths of the {@link ComponentCatalogue} as a tree by element name, below the root of {@code customizations.xml}. */
final class CataloguePath {

    /** The tree of all rows. */
    static final CataloguePath ROOT = of(ComponentCatalogue.ROWS);

    private static final Map<String, List<String>> PLACES = ComponentCatalogue.ROWS.stream()
            .map(CatalogueRow::path)
            .collect(Collectors.groupingBy(path -> path.substring(path.lastIndexOf('/') + 1)));

    private final Map<String, CataloguePath> children = new HashMap<>();
    private Place place;

    private static CataloguePath of(List<CatalogueRow> rows) {
        CataloguePath root = new CataloguePath();
        for (CatalogueRow row : rows) {
            CataloguePath node = root.find(row.path());
            node.place = new Place(row, row.layerFrom().map(node::find), wantedByParts(row, rows));
        }
        return root;
    }

    /** What components inside this one need of it to tell what they are a part of. */
    private static List<String> wantedByParts(CatalogueRow row, List<CatalogueRow> rows) {
        return rows.stream()
                .filter(part -> !part.within().isEmpty() && part.path().startsWith(row.path() + "/"))
                .map(CatalogueRow::within)
                .toList();
    }

    private CataloguePath find(String path) {
        CataloguePath node = this;
        for (String step : path.split("/")) {
            node = node.children.computeIfAbsent(step, name -> new CataloguePath());
        }
        return node;
    }

    /** The node of a child element, or null when no row's path goes there. */
    CataloguePath child(String name) {
        return children.get(name);
    }

    /** The row that ends here, or null when the element only leads to components. */
    Place place() {
        return place;
    }

    /** Whether rows go on below it: what else is there is in no place of the catalogue. */
    boolean leadsOn() {
        return !children.isEmpty();
    }

    /** The places of components that are called so, as paths from the root; none if it is no component's element. */
    static List<String> placesOf(String element) {
        return PLACES.getOrDefault(element, List.of());
    }

    /** A row, prepared for reading. */
    static final class Place {
        final CatalogueRow row;
        /** Or null. */
        final CataloguePath layerFrom;

        final KeyTemplate key;
        final boolean needsParent;
        final List<String> names;
        final List<String> states;
        final String codeElement;
        final List<String> codeValues;
        final List<Property> properties;
        /** Whether it may be a difference. */
        final boolean marks;

        final CaptureTree captures;
        final Map<String, List<References.Rule>> references;

        Place(CatalogueRow row, Optional<CataloguePath> layerFrom, List<String> wantedByParts) {
            this.row = row;
            this.layerFrom = layerFrom.orElse(null);
            key = new KeyTemplate(row.key());
            needsParent = key.needsParent();
            names = alternatives(row.name());
            states = alternatives(row.activated());
            List<String> paths = new ArrayList<>(key.captures());
            paths.addAll(wantedByParts);
            paths.addAll(names);
            paths.addAll(states);
            codeElement = row.code().contains("=")
                    ? row.code().substring(0, row.code().indexOf('='))
                    : "";
            codeValues =
                    List.of(row.code().substring(row.code().indexOf('=') + 1).split(","));
            if (!codeElement.isEmpty()) {
                paths.add(codeElement);
            }
            row.names().forEach(other -> paths.add(other.place()));
            properties = Property.of(row.type());
            properties.forEach(property -> paths.addAll(property.places()));
            marks = paths.contains(Property.MARK);
            captures = CaptureTree.of(paths);
            references = References.rules(row.type());
        }

        private static List<String> alternatives(String paths) {
            return paths.isEmpty() ? List.of() : List.of(paths.split("\\|"));
        }
    }
}
