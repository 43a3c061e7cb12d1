package io.github.solutionalm.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.Effort;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NamePatternsTest {

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
