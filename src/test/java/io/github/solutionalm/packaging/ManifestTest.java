package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.saying;
import static io.github.solutionalm.packaging.PackageFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.RootComponent.Behavior;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code solution.xml} says about a solution (docs/platform-facts.md, "solution.xml"). */
class ManifestTest {

    @Test
    void uniqueNameVersionAndKind() {
        SolutionManifest managed = solution().manifest();

        assertThat(managed.uniqueName()).isEqualTo("Contoso");
        assertThat(managed.version()).hasToString("1.0.0.0");
        assertThat(managed.managed()).isTrue();
        assertThat(solution()
                        .manifest(
                                "<UniqueName>C</UniqueName><Version>1.0</Version><Managed>0</Managed><Publisher><UniqueName>contoso</UniqueName></Publisher>")
                        .manifest()
                        .managed())
                .isFalse();
    }

    @Test
    void namesAndDescriptionsInLanguages() {
        SolutionManifest manifest = saying(
                        """
                        <LocalizedNames>
                          <LocalizedName description="Contoso Aufträge" languagecode="1031"/>
                          <LocalizedName description=" Contoso Orders " languagecode="1033"/>
                        </LocalizedNames>
                        <Descriptions><Description description="Verkauf" languagecode="1031"/></Descriptions>
                        """)
                .manifest();

        assertThat(manifest.names().in(1031)).isEqualTo("Contoso Aufträge");
        assertThat(manifest.friendlyName()).as("in the base language, 1033").isEqualTo("Contoso Orders");
        assertThat(manifest.description()).as("else in the first").isEqualTo("Verkauf");
        assertThat(solution().manifest().friendlyName())
                .as("without a name, the unique name")
                .isEqualTo("Contoso");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0.0.0",
        "1.40, 1.40.0.0",
        "1.2.3, 1.2.3.0",
        "9.0.4.0076, 9.0.4.76",
        "20260430.1, 20260430.1.0.0",
        "1.2147483647, 1.2147483647.0.0",
        "000000000001.0, 1.0.0.0"
    })
    void aVersionHasTwoToFourParts(String written, String meant) {
        SolutionVersion version = solution()
                .manifest("<UniqueName>C</UniqueName><Version> " + written
                        + " </Version><Managed>0</Managed><Publisher><UniqueName>contoso</UniqueName></Publisher>")
                .manifest()
                .version();

        assertThat(version).isEqualTo(SolutionVersion.parse(meant)).hasToString(written);
    }

    @Test
    void whereItWasExported() {
        SolutionManifest manifest = solution().manifest();

        assertThat(manifest.platform().version()).isEqualTo("9.2.1");
        assertThat(manifest.platform().packageVersion()).isEqualTo("9.2");
        assertThat(manifest.platform().generatedBy()).isEqualTo("CrmLive");
        assertThat(manifest.languageCode()).isEqualTo(1033);
    }

    @Test
    void publisherWithAddresses() {
        Publisher publisher = saying(
                        """
                        <Publisher>
                          <UniqueName>contoso</UniqueName>
                          <LocalizedNames><LocalizedName description="Contoso Ltd." languagecode="1033"/></LocalizedNames>
                          <Descriptions/>
                          <EMailAddress>info@contoso.example</EMailAddress>
                          <SupportingWebsiteUrl xsi:nil="true"></SupportingWebsiteUrl>
                          <CustomizationPrefix>contoso</CustomizationPrefix>
                          <CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix>
                          <Addresses>
                            <Address><AddressNumber>1</AddressNumber><City>Ghent</City><Fax xsi:nil="true"/></Address>
                            <Address><AddressNumber>2</AddressNumber><City>Lyon</City><Country>France</Country></Address>
                          </Addresses>
                        </Publisher>
                        """)
                .manifest()
                .publisher();

        assertThat(publisher.uniqueName()).isEqualTo("contoso");
        assertThat(publisher.displayName()).isEqualTo("Contoso Ltd.");
        assertThat(publisher.email()).isEqualTo("info@contoso.example");
        assertThat(publisher.website()).as("xsi:nil").isEmpty();
        assertThat(publisher.customizationPrefix()).isEqualTo("contoso");
        assertThat(publisher.optionValuePrefix()).contains(10000);
        assertThat(publisher.addresses()).hasSize(2);
        assertThat(publisher.addresses().get(0)).containsOnlyKeys("AddressNumber", "City");
        assertThat(publisher.address("City")).isEqualTo("Ghent");
        assertThat(publisher.address("Country")).isEqualTo("France");
    }

    @Test
    void everythingButNameVersionKindAndPublisherMayBeAbsentOrEmpty() {
        SolutionManifest empty = saying(
                        """
                        <LocalizedNames/><Descriptions/><RootComponents/><MissingDependencies/>
                        <ConfigurationPage xsi:nil="true"/><ParentUniqueName/>
                        """)
                .manifest();

        assertThat(empty).isEqualTo(solution().manifest());
        assertThat(empty.rootComponents()).isEmpty();
        assertThat(empty.patchOf()).isEmpty();
        assertThat(empty.configurationPage()).isEmpty();
    }

    @Test
    void aPatchNamesItsBase() {
        assertThat(saying("<ParentUniqueName>ContosoBase</ParentUniqueName>")
                        .manifest()
                        .patchOf())
                .contains("ContosoBase");
        assertThat(saying("<ParentSolution><UniqueName>ContosoBase</UniqueName><Version>1.0</Version></ParentSolution>")
                        .manifest()
                        .patchOf())
                .as("as some tools write it")
                .contains("ContosoBase");
    }

    @Test
    void configurationPage() {
        assertThat(saying("<ConfigurationPage>contoso_/setup.html</ConfigurationPage>")
                        .manifest()
                        .configurationPage())
                .contains("contoso_/setup.html");
    }

    @Test
    void rootComponentsByNameAndById() {
        SolutionManifest manifest = saying(
                        """
                        <RootComponents>
                          <RootComponent type="1" schemaName="contoso_Order" behavior="0"/>
                          <RootComponent type="1" schemaName="account" behavior="2"/>
                          <RootComponent type="29" id="{0D9B8A17-5C3E-4F6A-9B1D-2E7C8F4A6B5D}"/>
                          <RootComponent type="432" schemaName="contoso_order" behavior="1"/>
                          <RootComponent type="431" schemaName="contoso_order contoso_photo" behavior="7"/>
                          <RootComponent type="62"/>
                          <RootComponent type="10188" id="{11111111-2222-3333-4444-555555555555}"/>
                          <RootComponent type="connectionreference" id.connectionreferencelogicalname="contoso_Mail"/>
                        </RootComponents>
                        """)
                .manifest();

        assertThat(manifest.rootComponents())
                .extracting(RootComponent::key)
                .containsExactly(
                        key("Entity", "contoso_order"),
                        key("Entity", "account"),
                        key("Workflow", "0d9b8a17-5c3e-4f6a-9b1d-2e7c8f4a6b5d"),
                        key("EntityImageConfig", "contoso_order"),
                        key("AttributeImageConfig", "contoso_order.contoso_photo"),
                        key("SiteMap", "sitemap"),
                        key("type10188", "11111111-2222-3333-4444-555555555555"),
                        key("connectionreference", "contoso_mail"));
        assertThat(manifest.rootComponents())
                .extracting(RootComponent::behavior)
                .startsWith(Behavior.INCLUDE_SUBCOMPONENTS, Behavior.INCLUDE_AS_SHELL_ONLY)
                .as("an absent and an unknown one mean 0")
                .containsSubsequence(
                        Behavior.INCLUDE_SUBCOMPONENTS,
                        Behavior.DO_NOT_INCLUDE_SUBCOMPONENTS,
                        Behavior.INCLUDE_SUBCOMPONENTS);
    }

    @Test
    void elementsOfTheFutureAreNoMatter() {
        assertThat(saying("<Novelty a='1'><Deep>x</Deep></Novelty>").manifest())
                .isEqualTo(solution().manifest());
    }
}
