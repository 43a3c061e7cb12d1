package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentType;
import org.junit.jupiter.api.Test;

/**
 * Components, roles and elements of an app unite, its values are the top layer's (docs/concepts.md, "What shows of a
 * stack").
 */
class AppModuleMergeTest {

    @Test
    void componentsAreTheSameByTypeAndNameOrId() {
        assertThat(app(
                                "<AppModuleComponent schemaName=\"account\" type=\"1\"/><AppModuleComponent id=\"{AB}\" type=\"60\"/>",
                                "<AppModuleComponent schemaName=\"account\" type=\"62\"/><AppModuleComponent id=\"{AB}\" type=\"60\"/>"
                                        + "<AppModuleComponent schemaName=\"account\" type=\"1\"/>")
                        .xml())
                .containsOnlyOnce("schemaName=\"account\" type=\"1\"")
                .containsOnlyOnce("id=\"{AB}\" type=\"60\"")
                .containsOnlyOnce("schemaName=\"account\" type=\"62\"");
    }

    @Test
    void aDifferenceAddsAndRemovesThem() {
        assertThat(app(
                                "<AppModuleComponent schemaName=\"account\" type=\"1\"/><AppModuleComponent schemaName=\"lead\" type=\"1\"/>",
                                "<AppModuleComponent schemaName=\"lead\" type=\"1\" solutionaction=\"Removed\"/>"
                                        + "<AppModuleComponent schemaName=\"contact\" type=\"1\" solutionaction=\"Added\"/>")
                        .xml())
                .isEqualTo(
                        "<AppModule><AppModuleComponents><AppModuleComponent schemaName=\"account\" type=\"1\"></AppModuleComponent>"
                                + "<AppModuleComponent schemaName=\"contact\" type=\"1\"></AppModuleComponent>"
                                + "</AppModuleComponents></AppModule>");
    }

    @Test
    void rolesAndElementsUniteAndValuesAreTheTopLayers() {
        String app =
                """
                <AppModule><UniqueName>contoso_app</UniqueName><FormFactor>%s</FormFactor><AppModuleRoleMaps>
                <Role id="%s"></Role></AppModuleRoleMaps><appelements><appelement uniquename="page"><name>%s</name></appelement>
                </appelements></AppModule>
                """;

        Merging layers = Merging.of(ComponentType.APP_MODULE)
                .layer("Base", app.formatted("1", "{seller}", "old"))
                .layer("Extension", app.formatted("2", "{buyer}", "new"));

        assertThat(layers.xml())
                .contains("<FormFactor>2</FormFactor>")
                .doesNotContain("<FormFactor>1")
                .containsSubsequence("{seller}", "{buyer}")
                .contains("<appelement uniquename=\"page\"><name>new</name></appelement>")
                .doesNotContain("old");
    }

    private static Merging app(String base, String extension) {
        String app = "<AppModule><AppModuleComponents>%s</AppModuleComponents></AppModule>";
        return Merging.of(ComponentType.APP_MODULE)
                .layer("Base", app.formatted(base))
                .layer("Extension", app.formatted(extension));
    }
}
