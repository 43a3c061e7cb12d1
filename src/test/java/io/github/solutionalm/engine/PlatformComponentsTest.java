package io.github.solutionalm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformComponentsTest {

    @ParameterizedTest
    @CsvSource({
        "Entity, account",
        "Entity, activitypointer",
        "OptionSet, budgetstatus",
        "Attribute, account.name",
        "Attribute, account.address1_line1",
        "RibbonCustomization, account:ribbondiffxml",
        "RibbonCustomization, :ribbondiffxml",
        "SiteMap, sitemap"
    })
    void thePlatformBringsWhatHasNoPrefix(String type, String key) {
        assertThat(contains(type, key)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Entity, contoso_order",
        "Entity, msdyn_thing",
        "Entity, 6a7f8c9d-0000-4000-8000-000000000001",
        "OptionSet, contoso_reason",
        "Attribute, account.contoso_number",
        "Attribute, contoso_order.createdon",
        "Attribute, contoso_order.contoso_name",
        "Attribute, createdon",
        "RibbonCustomization, contoso_order:ribbondiffxml",
        "SiteMap, contoso_orders",
        "SystemForm, 6a7f8c9d-0000-4000-8000-000000000001",
        "WebResource, script.js",
        "Role, salesperson"
    })
    void allElseIsImportedFirst(String type, String key) {
        assertThat(contains(type, key)).isFalse();
    }

    private static boolean contains(String type, String key) {
        return PlatformComponents.contains(new ComponentKey(ComponentType.named(type), key));
    }
}
