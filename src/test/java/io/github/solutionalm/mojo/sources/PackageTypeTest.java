package io.github.solutionalm.mojo.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.sourcetree.TreeType;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which packages are made of which tree. */
class PackageTypeTest {

    @Test
    void allThatATreeHoldsAndTheManagedOneFirst() throws Exception {
        assertThat(PackageType.AUTO.of(TreeType.BOTH, "src")).isEqualTo(List.of(true, false));
        assertThat(PackageType.AUTO.of(TreeType.MANAGED, "src")).isEqualTo(List.of(true));
        assertThat(PackageType.AUTO.of(TreeType.UNMANAGED, "src")).isEqualTo(List.of(false));
    }

    @Test
    void aTreeOfBothTypesGivesEach() throws Exception {
        assertThat(PackageType.BOTH.of(TreeType.BOTH, "src")).isEqualTo(List.of(true, false));
        assertThat(PackageType.MANAGED.of(TreeType.BOTH, "src")).isEqualTo(List.of(true));
        assertThat(PackageType.UNMANAGED.of(TreeType.BOTH, "src")).isEqualTo(List.of(false));
    }

    @ParameterizedTest
    @CsvSource({
        "MANAGED, UNMANAGED, unmanaged, 0",
        "BOTH,    UNMANAGED, unmanaged, 0",
        "BOTH,    MANAGED,   managed,   1",
        "UNMANAGED, MANAGED, managed,   1",
    })
    void whatATreeDoesNotHoldIsRefusedWithTheSettingThatFits(
            PackageType asked, TreeType tree, String held, int managed) {
        assertThatThrownBy(() -> asked.of(tree, "src/main/solution"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("src/main/solution holds the sources of the " + held + " package only (<Managed>"
                        + managed + "</Managed> in Other/Solution.xml)")
                .hasMessageContaining("unpack both packages of one version")
                .hasMessageEndingWith(
                        "or set <packageType>" + held + "</packageType> (-Dsolution.packageType=" + held + ").");
    }
}
