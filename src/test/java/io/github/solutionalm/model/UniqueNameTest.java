package io.github.solutionalm.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UniqueNameTest {

    @Test
    void theSameWhateverTheCase() {
        assertThat(UniqueName.same("ContosoOrders", "contosoORDERS")).isTrue();
        assertThat(UniqueName.key("ContosoOrders")).isEqualTo(UniqueName.key("contosoORDERS"));
        assertThat(UniqueName.same("ContosoOrders", "ContosoOrder")).isFalse();
    }
}
