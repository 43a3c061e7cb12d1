package io.github.solutionalm.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GuidTest {

    @ParameterizedTest
    @ValueSource(strings = {"2bfc1a4d-0f3a-ee11-bdf4-000d3a4b5c6d", "2BFC1A4D-0F3A-EE11-BDF4-000D3A4B5C6D"})
    void isOne(String text) {
        assertThat(Guid.is(text)).isTrue();
    }

    /** A web resource may be named with hyphens. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{2bfc1a4d-0f3a-ee11-bdf4-000d3a4b5c6d}",
                "2bfc1a4d0f3aee11bdf4000d3a4b5c6d",
                "2bfc1a4d-0f3a-ee11-bdf4-000d3a4b5c6",
                "contoso_-scripts/form-on-loa-orders.js",
                "contoso_-some-page-name-with-hyphens"
            })
    void isNone(String text) {
        assertThat(Guid.is(text)).isFalse();
    }
}
