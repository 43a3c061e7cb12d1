package io.github.solutionalm.dataverse.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Published is what a package brings, by names that the platform documents. */
class ParameterXmlTest {

    private static final String ID = "da708950-c270-4052-b824-e096123d37b1";
    private static final ContentHash HASH = ContentHash.parse("00".repeat(32));
    private static final Definition DEFINITION = new Definition(HASH, List.of(), HASH);
    private static final ComponentKey TABLE = new ComponentKey(ComponentType.ENTITY, "contoso_order");

    @Test
    void namesTablesForTheirParts() {
        assertThat(xml(
                        part(ComponentType.ATTRIBUTE, "contoso_order.contoso_a", TABLE),
                        part(ComponentType.SYSTEM_FORM, ID, TABLE),
                        part(ComponentType.SAVED_QUERY, ID, TABLE)))
                .contains("<importexportxml><entities><entity>contoso_order</entity></entities></importexportxml>");
    }

    @Test
    void namesChoicesAndDashboards() {
        assertThat(xml(
                        part(ComponentType.OPTION_SET, "contoso_colour"),
                        part(ComponentType.SYSTEM_FORM, "{" + ID + "}")))
                .contains("<importexportxml><optionsets><optionset>contoso_colour</optionset></optionsets><dashboards>"
                        + "<dashboard>" + ID + "</dashboard></dashboards></importexportxml>");
    }

    @Test
    void leavesOutWhatNeedsNoPublishing() {
        assertThat(xml(part(ComponentType.named("Role"), ID), part(ComponentType.OPTION_SET, "contoso_colour")))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain(ID));
    }

    @Test
    void cannotNameWhatTheEnvironmentGivesIdsTo() {
        assertThat(xml(part(ComponentType.WEB_RESOURCE, "contoso_/a.js"))).isEmpty();
        assertThat(xml(part(ComponentType.SITE_MAP, "contoso_orders"))).isEmpty();
        assertThat(xml(part(ComponentType.APP_MODULE, "contoso_orders"))).isEmpty();
        assertThat(xml(part(ComponentType.OPTION_SET, "<x/>"))).isEmpty();
    }

    private static Optional<String> xml(SolutionComponent... components) {
        return ParameterXml.of(List.of(components)).map(ParameterXml::text);
    }

    private static SolutionComponent part(ComponentType type, String key) {
        return part(type, key, Optional.empty());
    }

    private static SolutionComponent part(ComponentType type, String key, ComponentKey table) {
        return part(type, key, Optional.of(table));
    }

    private static SolutionComponent part(ComponentType type, String key, Optional<ComponentKey> parent) {
        return new SolutionComponent(
                new ComponentKey(type, key), "", parent, Optional.of(DEFINITION), Optional.empty(), Set.of());
    }
}
