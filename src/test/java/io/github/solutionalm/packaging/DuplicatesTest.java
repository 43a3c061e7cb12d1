package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.Finding;
import org.junit.jupiter.api.Test;

/** A component is in a package once. */
class DuplicatesTest {

    @Test
    void twiceIsRefused() {
        assertThat(with("<optionsets><optionset Name='contoso_size'/><optionset Name='contoso_Size'/></optionsets>")
                        .refusal())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("0x80071153");
                    assertThat(error.name()).isEqualTo("DuplicateComponentInSolutionXml");
                    assertThat(error.component()).contains(key("OptionSet", "contoso_size"));
                });
    }

    @Test
    void inAFolderAndInTheXmlIsTwice() {
        assertThat(
                        with("<EnvironmentVariables><Definition><SchemaName>contoso_Url</SchemaName></Definition></EnvironmentVariables>")
                                .file(
                                        "environmentvariabledefinitions/contoso_Url/environmentvariabledefinition.xml",
                                        "<environmentvariabledefinition schemaname='contoso_Url'/>")
                                .refusal())
                .extracting(Finding::code)
                .containsExactly("0x80071153");
    }

    @Test
    void allAtOnce() {
        assertThat(with("<Roles><Role id='a'/><Role id='a'/><Role id='b'/><Role id='b'/></Roles>")
                        .refusal())
                .hasSize(2);
    }

    @Test
    void contextMayComeAsOftenAsItLikes() {
        assertThat(with("<Roles><Role id='a' unmodified='1'/><Role id='a' unmodified='1'/><Role id='a'/></Roles>")
                        .keys())
                .containsExactly(key("Role", "a"));
    }
}
