package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody told us of is a component by name: nothing in a package is silently dropped. */
class UnknownSectionsTest {

    @Test
    void everyChildOfAnUnknownSectionIsAComponent() {
        PackageFixture fixture = with(
                "<Novelties><Novelty id='{AAAAAAAA-0000-4000-8000-000000000001}'><name>One</name></Novelty><Novelty id='b'><name>Two</name></Novelty></Novelties>");

        assertThat(fixture.keys())
                .containsExactly(key("Novelty", "aaaaaaaa-0000-4000-8000-000000000001"), key("Novelty", "b"));
        assertThat(fixture.read().components().get(0).name()).isEqualTo("One");
    }

    @Test
    void withoutAttributesItIsToldApartByItsPlace() {
        assertThat(with("<Novelties><Novelty>a</Novelty><Novelty>b</Novelty><Other>c</Other></Novelties>")
                        .keys())
                .containsExactly(key("novelty", "novelty"), key("novelty", "novelty#2"), key("other", "other"));
    }

    @Test
    void severalAttributesMakeOneKey() {
        assertThat(with("<Novelties><Novelty b='2' a='1'/></Novelties>").keys())
                .containsExactly(key("novelty", "a=1,b=2"));
    }

    @Test
    void aSectionWithAttributesIsOneItself() {
        assertThat(with("<Novelty name='x'><Part/></Novelty>").keys()).containsExactly(key("novelty", "x"));
    }

    @Test
    void aSectionThatIsATextIsOneToo() {
        assertThat(with("<FeatureLevel>7</FeatureLevel>").keys()).containsExactly(key("featurelevel", "featurelevel"));
    }

    @Test
    void anUnknownPartOfAKnownSection() {
        assertThat(with("<Templates><NoveltyTemplates><t/></NoveltyTemplates></Templates>")
                        .keys())
                .containsExactly(key("noveltytemplates", "noveltytemplates"));
    }

    @Test
    void anUnknownPartOfATableBelongsToTheTable() {
        String plain = PackageFixture.table("contoso_order", "<IsAuditEnabled>1</IsAuditEnabled>", "");
        String more = PackageFixture.table(
                "contoso_order", "<IsAuditEnabled>1</IsAuditEnabled>", "<Novelties><Novelty/></Novelties>");

        assertThat(with(more).keys()).containsExactly(key("Entity", "contoso_order"));
        assertThat(with(more).only("Entity").definition())
                .isNotEqualTo(with(plain).only("Entity").definition());
    }

    @Test
    void languages() {
        PackageFixture fixture = with(
                "<Languages><Language>1033</Language><Language> 1031 </Language><Language>x</Language></Languages>");

        assertThat(fixture.read().languages()).isEqualTo(List.of(1033, 1031));
        assertThat(fixture.keys()).isEmpty();
    }
}
