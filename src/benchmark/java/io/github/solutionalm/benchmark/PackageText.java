package io.github.solutionalm.benchmark;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts that a {@link LargePackage} is made of, as exports of real solutions look. */
final class PackageText {

    static final String CONTENT_TYPES =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Default Extension="xml" ContentType="application/octet-stream" />
            </Types>
            """;

    static final String BEGIN =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" OrganizationVersion="9.2.25091.154">
            """;

    static final String END =
            """
              <Languages>
                <Language>1033</Language>
                <Language>1031</Language>
                <Language>1036</Language>
              </Languages>
            </ImportExportXml>
            """;

    static final String BEGIN_FORMS =
            """
                      </attributes>
                      <EntitySetName>new_rows</EntitySetName>
                      <IsAuditEnabled>1</IsAuditEnabled>
                    </entity>
                  </EntityInfo>
                  <FormXml>
                    <forms type="main">
            """;

    static final String BEGIN_VIEWS =
            """
                    </forms>
                  </FormXml>
                  <SavedQueries>
                    <savedqueries>
            """;

    static final String END_TABLE =
            """
                    </savedqueries>
                  </SavedQueries>
                  <RibbonDiffXml>
                    <CustomActions />
                    <CommandDefinitions />
                  </RibbonDiffXml>
                </Entity>
            """;

    private static final String MANIFEST =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <ImportExportXml version="9.2.25091.154" SolutionPackageVersion="9.2" languagecode="1033">
              <SolutionManifest>
                <UniqueName>LargeSolution</UniqueName>
                <LocalizedNames>
                  <LocalizedName description="Large solution" languagecode="1033" />
                </LocalizedNames>
                <Descriptions />
                <Version>1.0.0.0</Version>
                <Managed>1</Managed>
                <Publisher>
                  <UniqueName>new</UniqueName>
                  <LocalizedNames>
                    <LocalizedName description="New" languagecode="1033" />
                  </LocalizedNames>
                  <Descriptions />
                  <EMailAddress></EMailAddress>
                  <SupportingWebsiteUrl></SupportingWebsiteUrl>
                  <CustomizationPrefix>new</CustomizationPrefix>
                  <CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix>
                  <Addresses />
                </Publisher>
                <RootComponents>
            ${roots}    </RootComponents>
                <MissingDependencies />
              </SolutionManifest>
            </ImportExportXml>
            """;

    private static final String TABLE =
            """
                <Entity>
                  <Name LocalizedName="Table ${n}" OriginalName="Table ${n}">${table}</Name>
                  <EntityInfo>
                    <entity Name="${table}">
                      <LocalizedNames>
                        <LocalizedName description="Table ${n}" languagecode="1033" />
                        <LocalizedName description="Übersicht ${n}" languagecode="1031" />
                        <LocalizedName description="Données ${n}" languagecode="1036" />
                      </LocalizedNames>
                      <attributes>
            """;

    private static final String COLUMN =
            """
                        <attribute PhysicalName="new_Column${c}">
                          <Type>nvarchar</Type>
                          <Name>new_column${c}</Name>
                          <LogicalName>new_column${c}</LogicalName>
                          <RequiredLevel>none</RequiredLevel>
                          <DisplayMask>ValidForAdvancedFind|ValidForForm|ValidForGrid</DisplayMask>
                          <ImeMode>auto</ImeMode>
                          <ValidForUpdateApi>1</ValidForUpdateApi>
                          <ValidForReadApi>1</ValidForReadApi>
                          <ValidForCreateApi>1</ValidForCreateApi>
                          <IsCustomField>1</IsCustomField>
                          <IsAuditEnabled>1</IsAuditEnabled>
                          <IsSecured>0</IsSecured>
                          <IntroducedVersion>1.0.0.0</IntroducedVersion>
                          <IsCustomizable>1</IsCustomizable>
                          <IsRenameable>1</IsRenameable>
                          <CanModifySearchSettings>1</CanModifySearchSettings>
                          <CanModifyRequirementLevelSettings>1</CanModifyRequirementLevelSettings>
                          <CanModifyAdditionalSettings>1</CanModifyAdditionalSettings>
                          <SourceType>0</SourceType>
                          <IsGlobalFilterEnabled>0</IsGlobalFilterEnabled>
                          <IsSortableEnabled>0</IsSortableEnabled>
                          <CanModifyGlobalFilterSettings>1</CanModifyGlobalFilterSettings>
                          <CanModifyIsSortableSettings>1</CanModifyIsSortableSettings>
                          <IsDataSourceSecret>0</IsDataSourceSecret>
                          <AutoNumberFormat></AutoNumberFormat>
                          <IsSearchable>1</IsSearchable>
                          <IsFilterable>0</IsFilterable>
                          <IsRetrievable>0</IsRetrievable>
                          <IsLocalizable>0</IsLocalizable>
                          <Format>text</Format>
                          <MaxLength>${length}</MaxLength>
                          <Length>${length}</Length>
                          <displaynames>
                            <displayname description="Column ${c} of table ${n}" languagecode="1033" />
                            <displayname description="Spalte ${c} der Übersicht ${n}" languagecode="1031" />
                            <displayname description="Colonne ${c} des données ${n}" languagecode="1036" />
                          </displaynames>
                          <Descriptions>
                            <Description description="What stands in column ${c}, in a sentence." languagecode="1033" />
                            <Description description="Was in Spalte ${c} steht, für alle erklärt." languagecode="1031" />
                          </Descriptions>
                        </attribute>
            """;

    private static final String FORM =
            """
                      <systemform>
                        <formid>{${id}}</formid>
                        <IntroducedVersion>1.0.0.0</IntroducedVersion>
                        <FormPresentation>1</FormPresentation>
                        <FormActivationState>1</FormActivationState>
                        <form>
                          <tabs>
                            <tab verticallayout="true" id="{${tab}}" IsUserDefined="1">
                              <columns>
                                <column width="100%">
                                  <sections>
                                    <section showlabel="false" showbar="false" IsUserDefined="0" id="{${section}}">
                                      <rows>
            ${rows}                          </rows>
                                    </section>
                                  </sections>
                                </column>
                              </columns>
                            </tab>
                          </tabs>
                          <formLibraries>
                            <Library name="new_/scripts/table${n}.js" libraryUniqueId="{${library}}" />
                          </formLibraries>
                        </form>
                        <IsCustomizable>1</IsCustomizable>
                        <CanBeDeleted>1</CanBeDeleted>
                        <LocalizedNames>
                          <LocalizedName description="Form ${f} of table ${n}" languagecode="1033" />
                          <LocalizedName description="Formular ${f} der Übersicht ${n}" languagecode="1031" />
                        </LocalizedNames>
                      </systemform>
            """;

    private static final String ROW =
            """
                                        <row>
                                          <cell id="{${id}}" showlabel="true" locklevel="0">
                                            <labels>
                                              <label description="Column ${c}" languagecode="1033" />
                                              <label description="Spalte ${c}" languagecode="1031" />
                                            </labels>
                                            <control id="new_column${c}" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="new_column${c}" disabled="false" />
                                          </cell>
                                        </row>
            """;

    private static final String VIEW =
            """
                      <savedquery>
                        <IsCustomizable>1</IsCustomizable>
                        <CanBeDeleted>1</CanBeDeleted>
                        <isquickfindquery>0</isquickfindquery>
                        <isprivate>0</isprivate>
                        <isdefault>0</isdefault>
                        <savedqueryid>{${id}}</savedqueryid>
                        <layoutxml>
                          <grid name="resultset" object="10000" jump="new_column0" select="1" icon="1" preview="1">
                            <row name="result" id="${table}id">
            ${cells}                </row>
                          </grid>
                        </layoutxml>
                        <querytype>0</querytype>
                        <fetchxml>
                          <fetch version="1.0" output-format="xml-platform" mapping="logical">
                            <entity name="${table}">
            ${columns}                  <order attribute="new_column0" descending="false" />
                              <filter type="and">
                                <condition attribute="statecode" operator="eq" value="0" />
                              </filter>
                            </entity>
                          </fetch>
                        </fetchxml>
                        <IntroducedVersion>1.0.0.0</IntroducedVersion>
                        <LocalizedNames>
                          <LocalizedName description="View ${v} of table ${n}" languagecode="1033" />
                          <LocalizedName description="Ansicht ${v} der Übersicht ${n}" languagecode="1031" />
                        </LocalizedNames>
                      </savedquery>
            """;

    private static final String RELATIONSHIP =
            """
                <EntityRelationship Name="${name}_${table}">
                  <EntityRelationshipType>OneToMany</EntityRelationshipType>
                  <IsCustomizable>1</IsCustomizable>
                  <IntroducedVersion>1.0.0.0</IntroducedVersion>
                  <IsHierarchical>0</IsHierarchical>
                  <ReferencingEntityName>${table}</ReferencingEntityName>
                  <ReferencedEntityName>${to}</ReferencedEntityName>
                  <CascadeAssign>NoCascade</CascadeAssign>
                  <CascadeDelete>NoCascade</CascadeDelete>
                  <ReferencingAttributeName>new_column1</ReferencingAttributeName>
                </EntityRelationship>
            """;

    private static final String OPTION_SET =
            """
                <optionset Name="new_options${n}" localizedName="Options ${n}">
                  <OptionSetType>picklist</OptionSetType>
                  <IsGlobal>1</IsGlobal>
                  <IntroducedVersion>1.0.0.0</IntroducedVersion>
                  <IsCustomizable>1</IsCustomizable>
                  <displaynames>
                    <displayname description="Options ${n}" languagecode="1033" />
                  </displaynames>
                  <options>
                    <option value="100000000" ExternalValue="" IsHidden="0">
                      <labels>
                        <label description="Yes &amp; always" languagecode="1033" />
                        <label description="Ja, für immer" languagecode="1031" />
                      </labels>
                    </option>
                    <option value="100000001" ExternalValue="" IsHidden="0">
                      <labels>
                        <label description="No" languagecode="1033" />
                        <label description="Nein" languagecode="1031" />
                      </labels>
                    </option>
                  </options>
                </optionset>
            """;

    private static final String SCRIPT =
            """
                <WebResource>
                  <WebResourceId>{${id}}</WebResourceId>
                  <Name>new_/scripts/table${n}.js</Name>
                  <DisplayName>Script of table ${n}</DisplayName>
                  <WebResourceType>3</WebResourceType>
                  <IntroducedVersion>1.0.0.0</IntroducedVersion>
                  <IsCustomizable>1</IsCustomizable>
                  <FileName>/WebResources/${file}</FileName>
                </WebResource>
            """;

    private int ids;

    static String table(int n) {
        return "new_table" + n;
    }

    static String scriptFile(int n) {
        return "new_scriptstable" + n + "js" + new UUID(3, n);
    }

    String manifest(int tables) {
        String roots = IntStream.range(0, tables)
                .mapToObj(n -> fill(
                        """
                                  <RootComponent type="1" schemaName="new_table${n}" behavior="0" />
                                  <RootComponent type="9" schemaName="new_options${n}" behavior="0" />
                                  <RootComponent type="61" schemaName="new_/scripts/table${n}.js" behavior="0" />
                            """,
                        Map.of("n", n)))
                .collect(Collectors.joining());
        return fill(MANIFEST, Map.of("roots", roots));
    }

    String beginTable(int n) {
        return fill(TABLE, Map.of("n", n, "table", table(n)));
    }

    String column(int n, int c) {
        return fill(COLUMN, Map.of("n", n, "c", c, "length", 100 + n % 50));
    }

    String form(int n, int f, int columns) {
        String rows = IntStream.range(0, columns)
                .mapToObj(c -> fill(ROW, Map.of("c", c, "id", id())))
                .collect(Collectors.joining());
        return fill(
                FORM, Map.of("n", n, "f", f, "id", id(), "tab", id(), "section", id(), "library", id(), "rows", rows));
    }

    String view(int n, int v, int columns) {
        String cells = IntStream.range(0, 8)
                .mapToObj(i ->
                        "                  <cell name=\"new_column" + (v * 7 + i) % columns + "\" width=\"150\" />\n")
                .collect(Collectors.joining());
        String names = IntStream.range(0, 8)
                .mapToObj(i -> "                  <attribute name=\"new_column" + (v * 7 + i) % columns + "\" />\n")
                .collect(Collectors.joining());
        return fill(VIEW, Map.of("n", n, "v", v, "table", table(n), "id", id(), "cells", cells, "columns", names));
    }

    String relationship(int n, String name, String to) {
        return fill(RELATIONSHIP, Map.of("table", table(n), "name", name, "to", to));
    }

    String optionSet(int n) {
        return fill(OPTION_SET, Map.of("n", n));
    }

    String script(int n) {
        return fill(SCRIPT, Map.of("n", n, "id", new UUID(3, n), "file", scriptFile(n)));
    }

    private UUID id() {
        return new UUID(0x4000L | (long) ids << 32, 0x8000_0000_0000_0000L | ids++ * 0x9E3779B9L);
    }

    /** Puts values in the place of <code>${name}</code>. */
    private static String fill(String template, Map<String, Object> values) {
        StringBuilder filled = new StringBuilder(template.length() * 2);
        int from = 0;
        for (int at = template.indexOf("${"); at >= 0; at = template.indexOf("${", from)) {
            int end = template.indexOf('}', at);
            filled.append(template, from, at).append(values.get(template.substring(at + 2, end)));
            from = end + 1;
        }
        return filled.append(template, from, template.length()).toString();
    }
}
