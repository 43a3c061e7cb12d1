package io.github.solutionalm.merge;

import static io.github.solutionalm.merge.XmlTree.element;
import static io.github.solutionalm.merge.XmlTree.text;

import io.github.solutionalm.model.ComponentType;
import java.util.Random;
import java.util.function.Supplier;

/** Full definitions such as packages have them, small and of any content. */
final class RandomDefinition {

    private final Random random;
    private int ids;

    RandomDefinition(Random random) {
        this.random = random;
    }

    XmlTree of(ComponentType type) {
        return switch (type.name()) {
            case "SystemForm" -> form();
            case "SiteMap" -> siteMap();
            case "RibbonCustomization" -> ribbon();
            case "AppModule" -> app();
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private XmlTree form() {
        XmlTree form = element("form", many(element("tabs"), 1, 3, this::tab));
        form.children.add(
                element("header", many(element("rows"), 0, 2, this::row)).with("id", id()));
        form.children.add(
                many(element("formLibraries"), 1, 3, () -> element("Library").with("name", id())));
        XmlTree handlers = many(element("Handlers"), 1, 3, () -> element("Handler", element("x"))
                .with("handlerUniqueId", id()));
        form.children.add(element("events", element("event", handlers).with("name", "onload")));
        return element(
                "systemform", element("IntroducedVersion", text("1")), form, element("LocalizedNames", label("Name")));
    }

    private XmlTree tab() {
        XmlTree columns =
                many(element("columns"), 1, 2, () -> element("column", many(element("sections"), 1, 3, this::section))
                        .with("width", "50%"));
        return element("tab", element("labels", label("Tab")), columns).with("id", id());
    }

    private XmlTree section() {
        return element("section", many(element("rows"), 0, 4, this::row)).with("id", id());
    }

    private XmlTree row() {
        return many(element("row"), 0, 3, () -> element(
                        "cell", element("labels", label("Cell")), element("control", element("parameters", text("p"))))
                .with("id", id()));
    }

    private XmlTree siteMap() {
        Supplier<XmlTree> subArea = () -> element(
                        "SubArea",
                        element("Titles", element("Title").with("LCID", "1033").with("Title", "T")))
                .with("Id", id());
        Supplier<XmlTree> group = () -> many(element("Group"), 1, 4, subArea).with("Id", id());
        return many(element("SiteMap"), 1, 3, () -> many(element("Area"), 1, 3, group)
                .with("Id", id()));
    }

    private XmlTree ribbon() {
        return element(
                "RibbonDiffXml",
                many(element("CustomActions"), 1, 4, () -> element("CustomAction", element("Button", text("b")))
                        .with("Id", id())),
                many(element("HideCustomActions"), 1, 2, () -> element("HideCustomAction")
                        .with("HideActionId", id())),
                many(element("CommandDefinitions"), 1, 4, () -> element("CommandDefinition", element("Actions"))
                        .with("Id", id())),
                many(element("LocLabels"), 1, 3, () -> element(
                                "LocLabel", element("Titles", element("Title").with("languagecode", "1033")))
                        .with("Id", id())));
    }

    private XmlTree app() {
        return element(
                "AppModule",
                element("FormFactor", text("1")),
                many(element("AppModuleComponents"), 1, 5, () -> element("AppModuleComponent")
                        .with("id", id())
                        .with("type", "60")),
                many(element("AppModuleRoleMaps"), 1, 3, () -> element("Role").with("id", id())),
                many(element("appelements"), 1, 3, () -> element("appelement", element("name", text("n")))
                        .with("uniquename", id())),
                element("mixed", text("a"), element("b"), text("c"), element("d")));
    }

    private static XmlTree label(String description) {
        return element("label").with("description", description).with("languagecode", "1033");
    }

    private XmlTree many(XmlTree parent, int least, int most, Supplier<XmlTree> child) {
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            parent.children.add(child.get());
        }
        return parent;
    }

    private String id() {
        return "e" + ids++;
    }
}
