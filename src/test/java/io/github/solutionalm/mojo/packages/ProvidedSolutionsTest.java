package io.github.solutionalm.mojo.packages;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.mojo.FakeEnvironment;
import io.github.solutionalm.mojo.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dependencies of the scope provided: ContosoOrders 2.0.0.0. */
class ProvidedSolutionsTest {

    private static final ProvidedSolutions PROVIDED = new ProvidedSolutions(List.of(new ProvidedSolutions.Provided(
            Samples.manifest(true, Optional.empty()),
            new PackageArtifact("com.contoso", "orders", "2.0.0", "zip", "", "releases"))));

    @Test
    void aDataverseEnvironmentMustHaveThem() {
        assertThatThrownBy(() -> PROVIDED.check(new FakeEnvironment().ofDataverse()))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("ContosoOrders 2.0.0.0 (com.contoso:orders:2.0.0) is not installed");
    }

    @Test
    void inThatVersionOrAHigherOne() {
        FakeEnvironment holding = new FakeEnvironment().ofDataverse().holding("contosoorders", Optional.empty());

        assertThatThrownBy(() -> PROVIDED.check(holding)).hasMessageContaining("is installed as 1.0.0.0");
    }

    @Test
    void anEmbeddedOneIsTakenToHaveThem() {
        assertThatCode(() -> PROVIDED.check(new FakeEnvironment())).doesNotThrowAnyException();
        assertThatCode(() -> ProvidedSolutions.NONE.check(new FakeEnvironment().ofDataverse()))
                .doesNotThrowAnyException();
    }
}
