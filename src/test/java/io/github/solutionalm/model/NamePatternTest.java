package io.github.solutionalm.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamePatternTest {

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
        assertEquals(matches, NamePattern.of(pattern).matches(name));
    }

    /** In a regular expression each star would multiply the time by the length of the name. */
    @Test
    void manyStarsTakeNoLonger() {
        assertFalse(NamePattern.of("*a".repeat(20) + "*b*c").matches("a".repeat(100_000) + "c"));
    }
}
