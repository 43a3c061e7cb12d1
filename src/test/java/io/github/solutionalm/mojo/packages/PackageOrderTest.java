package io.github.solutionalm.mojo.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.packaging.OpenedPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageOrderTest {

    @TempDir
    private Path folder;

    @Test
    void whatNeedsNothingStaysWhereItIs() throws Exception {
        assertThat(order(solution("B"), solution("A")).indices()).containsExactly(0, 1);
    }

    @Test
    void eachComesAfterThoseThatItNeeds() throws Exception {
        PackageOrder order = order(
                solution("App", "Orders", "Base"), solution("Other"), solution("Orders", "Base"), solution("Base"));

        assertThat(order.indices()).containsExactly(1, 3, 2, 0);
        assertThat(order.corrections())
                .containsExactly(
                        "Orders before App, which needs it",
                        "Base before App, which needs it",
                        "Base before Orders, which needs it");
        assertThat(order.cycle()).isEmpty();
    }

    @Test
    void aPatchComesAfterItsBaseAndPatchesStayInTheirOrder() throws Exception {
        PackageOrder order = order(patch("P2", "Base"), patch("P1", "Base"), solution("Base"));

        assertThat(order.indices()).containsExactly(2, 0, 1);
    }

    @Test
    void twoPackagesOfOneSolutionStayInTheirOrder() throws Exception {
        assertThat(order(solution("Base"), solution("App", "Base"), solution("Base"))
                        .indices())
                .containsExactly(0, 2, 1);
    }

    @Test
    void solutionsThatNeedEachOtherStayAndAreNamed() throws Exception {
        PackageOrder order = order(solution("A", "B"), solution("B", "A"), solution("C"));

        assertThat(order.indices()).containsExactly(2, 0, 1);
        assertThat(order.cycle()).containsExactly("A", "B");
    }

    @Test
    void whatCannotBeReadStays() {
        assertThat(PackageOrder.of(List.of(Optional.empty(), Optional.empty())).indices())
                .containsExactly(0, 1);
    }

    private static PackageOrder order(SolutionManifest... manifests) {
        return PackageOrder.of(
                java.util.stream.Stream.of(manifests).map(Optional::of).toList());
    }

    private SolutionManifest solution(String name, String... needed) throws IOException, SolutionException {
        PackageBuilder builder = PackageBuilder.managed(name, "1.0.0.0");
        for (String one : needed) {
            builder.requires(1, "contoso_" + one.toLowerCase(java.util.Locale.ROOT), one + " (1.0.0.0)");
        }
        return manifest(builder);
    }

    private SolutionManifest patch(String name, String base) throws IOException, SolutionException {
        return manifest(PackageBuilder.managed(name, "1.0.1.0").patchOf(base));
    }

    private SolutionManifest manifest(PackageBuilder builder) throws IOException, SolutionException {
        try (OpenedPackage opened = OpenedPackage.open(builder.folder(folder), Optional.empty())) {
            return opened.manifest();
        }
    }
}
