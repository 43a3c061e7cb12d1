package io.github.solutionalm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who makes a package chooses the keys of its components, but not where they lie in sets and maps. */
class ComponentKeyTest {

    private static final int BITS = 12;

    private static ComponentKey key(String text) {
        return new ComponentKey(ComponentType.WEB_RESOURCE, text);
    }

    /** "ao" and "c1" have one hash, and so have all texts of them. */
    private static List<String> ofOneHash() {
        return IntStream.range(0, 1 << BITS)
                .mapToObj(i -> IntStream.range(0, BITS)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "ao" : "c1")
                        .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void textsOfOneHashAreKeysOfMany() {
        List<String> texts = ofOneHash();

        assertThat(texts.stream().map(String::hashCode).distinct()).hasSize(1);
        assertThat(texts.stream().map(text -> key(text).hashCode()).distinct())
                .hasSizeGreaterThan(texts.size() * 99 / 100);
    }

    /** A table of a power of two takes the lowest bits, one of another size all of them. */
    @Test
    void theirLowestBitsAreMany() {
        List<String> texts = ofOneHash();

        assertThat(texts.stream()
                        .map(text -> key(text).hashCode() & texts.size() - 1)
                        .distinct())
                .hasSizeGreaterThan(texts.size() / 2);
    }

    @Test
    void oneKeyWrittenInTwoWaysHasOne() {
        assertThat(key("{0000000A-0000-0000-0000-000000000000}"))
                .isEqualTo(key("0000000a-0000-0000-0000-000000000000"))
                .hasSameHashCodeAs(key("0000000a-0000-0000-0000-000000000000"));
    }

    @Test
    void keysOfTwoTypesOrOfTwoNamesAreTwo() {
        assertThat(key("contoso_a")).isEqualTo(key("contoso_a")).isNotEqualTo(key("contoso_b"));
        assertThat(key("contoso_a")).isNotEqualTo(new ComponentKey(ComponentType.REPORT, "contoso_a"));
        assertThat(key("contoso_a")).isNotEqualTo("WebResource contoso_a");
    }
}
