package io.github.solutionalm.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.Effort;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamePatternsTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "msdyn_*, MSDYN_Sales, true",
        "msdyn_*, msdyn_, true",
        "msdyn_*, amsdyn_, false",
        "*, any, true",
        "*.contoso.com, www.contoso.com, true",
        "*.contoso.com, www.contoso.com.example, false",
        "a*a, a, false",
        "a*b*c, a-b-b-c, true",
        "a*bc*c, abc, false",
        "a.c, abc, false",
        "(a, (a, true",
    })
    void aStarStandsForAnyTextAndAllElseForItself(String pattern, String name, boolean matches) {
        assertThat(NamePatterns.of(List.of(pattern)).anyMatches(name)).isEqualTo(matches);
    }

    /** In a regular expression each star would multiply the time by the length of the name. */
    @Test
    void manyStarsTakeNoLonger() {
        NamePatterns patterns = NamePatterns.of(List.of("*a".repeat(20) + "*b*c"));

        assertThat(patterns.anyMatches("a".repeat(100_000) + "c")).isFalse();
    }

    @Test
    void aNameMayBeLikeAnyOfThem() {
        NamePatterns patterns = NamePatterns.of(List.of(" Role:Clerk ", "Attribute:contoso_*.Zone", "Entity:a.b"));

        assertThat(patterns.anyMatches("role:CLERK")).isTrue();
        assertThat(patterns.anyMatches("Attribute:contoso_warehouse.zone")).isTrue();
        assertThat(patterns.anyMatches("Entity:axb")).isFalse();
        assertThat(patterns.anyMatches("Role:Clerks")).isFalse();
        assertThat(NamePatterns.of(List.of()).anyMatches("")).isFalse();
    }

    @Test
    void namesWithoutAStarAreLookedUp() {
        assertThat(Effort.ofFourTimesAsMuch(1_000, count -> {
                    NamePatterns patterns = NamePatterns.of(IntStream.range(0, count)
                            .mapToObj(i -> "Attribute:contoso_table.contoso_" + i)
                            .toList());
                    IntStream.range(0, count)
                            .forEach(i -> assertThat(patterns.anyMatches("Attribute:contoso_table.other_" + i))
                                    .isFalse());
                }))
                .as("time for four times as many patterns and names")
                .isLessThan(9);
    }
}
