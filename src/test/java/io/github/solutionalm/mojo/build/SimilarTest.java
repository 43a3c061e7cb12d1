package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A slip or two, in any case, is what was meant; more is another word. */
class SimilarTest {

    @Test
    void lettersThatAreWrongMissingTooManyOrOfTheOtherCase() {
        assertThat(Similar.isNear("failOnDelte", "failOnDelete")).isTrue();
        assertThat(Similar.isNear("failOnDeletes", "failOnDelete")).isTrue();
        assertThat(Similar.isNear("faylOnDeleet", "failOnDelete")).as("three").isFalse();
        assertThat(Similar.isNear("failOnDeleet", "failOnDelete")).as("two").isTrue();
        assertThat(Similar.isNear("FAILONDELETE", "failOnDelete")).isTrue();
        assertThat(Similar.isNear("", "ab")).isTrue();
        assertThat(Similar.isNear("abc", "")).isFalse();
    }

    @Test
    void theNearestIsNamedAndWithoutOneAllAre() {
        assertThat(Similar.to("prod", List.of("prd1", "prod1", "dev"))).isEqualTo(". Did you mean prod1?");
        assertThat(Similar.to("colour", List.of("skip", "file"))).isEqualTo(". Known: skip, file");
    }
}
