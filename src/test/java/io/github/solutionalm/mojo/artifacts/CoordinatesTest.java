package io.github.solutionalm.mojo.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {

    @Test
    void whatIsLeftOutIsTheVersionOfThePomAndAZip() throws Exception {
        assertThat(Coordinates.parse("com.contoso:orders"))
                .isEqualTo(new Coordinates("com.contoso", "orders", Optional.empty(), "zip", ""));
        assertThat(Coordinates.parse("com.contoso:orders::cab"))
                .isEqualTo(new Coordinates("com.contoso", "orders", Optional.empty(), "cab", ""));
        assertThat(Coordinates.list("a:b:1, c:d:2:zip:unmanaged,")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a:b:1", "a:b:1:cab", "a:b:1:zip:unmanaged", "a:b::zip:managed"})
    void theyAreWrittenAsTheyAreRead(String text) throws Exception {
        assertThat(Coordinates.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders | does not name an artifact",
                "a:b:1:zip:x:y | does not name an artifact",
                "a::1 | '' for a groupId or artifactId",
                "a:b/c:1 | 'b/c' for a groupId or artifactId",
                "a:b:[1,2) | Give one version, without a range",
                "a:b:1:solution | has the type 'solution'",
                "a:b:1:zip:x/y | has the classifier 'x/y'"
            })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> Coordinates.parse(text)).hasMessageContaining(message);
    }

    @Test
    void pathsAreNotMeantAsCoordinates() {
        assertThat(Coordinates.isMeant("com.contoso:orders:1.0")).isTrue();
        assertThat(Coordinates.isMeant("com.contoso:orders")).isTrue();
        assertThat(Coordinates.isMeant("released/orders.zip")).isFalse();
        assertThat(Coordinates.isMeant("C:\\released\\orders.zip")).isFalse();
        assertThat(Coordinates.isMeant("C:orders.zip")).isFalse();
    }
}
