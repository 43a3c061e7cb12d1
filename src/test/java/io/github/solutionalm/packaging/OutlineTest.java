package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who asks which components there are gets the same ones as who reads what they say, and the same errors. */
class OutlineTest {

    @Test
    void hasTheSameComponentsWithoutWhatTheySay() throws Exception {
        PackageFixture whole = scripts().file("WebResources/b", "b();");
        SolutionPackage read = PackageReader.open(whole).read(ContentSink.NONE, ReadListener.NONE);
        SolutionPackage outline = PackageReader.open(whole).outline();

        assertThat(outline.components().stream().map(SolutionComponent::key))
                .containsExactlyElementsOf(
                        read.components().stream().map(SolutionComponent::key).toList())
                .hasSize(2);
        assertThat(outline.unclaimedFiles()).isEqualTo(read.unclaimedFiles()).containsExactly("WebResources/stray");
        assertThat(hashes(read)).doesNotHaveDuplicates();
        assertThat(hashes(outline))
                .as("nothing was hashed")
                .hasSize(2)
                .containsOnly(hashes(outline).get(0));
    }

    @Test
    void findsTheSameErrors() {
        PackageFixture lacking = scripts().without("WebResources/b");

        assertThat(catchThrowableOfType(RefusalException.class, () -> PackageReader.open(lacking)
                        .outline()))
                .hasMessage(catchThrowableOfType(RefusalException.class, () -> PackageReader.open(lacking)
                                .read(ContentSink.NONE, ReadListener.NONE))
                        .getMessage())
                .hasMessageContaining("WebResources/b");
    }

    private static PackageFixture scripts() {
        return PackageFixture.with(
                        """
                    <WebResources>
                      <WebResource><WebResourceId>{11111111-1111-1111-1111-111111111111}</WebResourceId>
                        <Name>contoso_a.js</Name><FileName>/WebResources/a</FileName></WebResource>
                      <WebResource><WebResourceId>{22222222-2222-2222-2222-222222222222}</WebResourceId>
                        <Name>contoso_b.js</Name><FileName>/WebResources/b</FileName></WebResource>
                    </WebResources>
                    """)
                .file("WebResources/a", "a();")
                .file("WebResources/stray", "s();");
    }

    private static List<Object> hashes(SolutionPackage solution) {
        return solution.components().stream()
                .map(SolutionComponent::definition)
                .flatMap(Optional::stream)
                .<Object>map(Definition::hash)
                .toList();
    }
}
