package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.ArchiveLimits;
import io.github.solutionalm.archive.Archives;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of what is stored, the same hash comes out as of the package it came from. */
class EqualContentOfStoredTest {

    private final Map<ContentHash, byte[]> stored = new HashMap<>();

    private final ContentSink sink = new ContentSink() {
        @Override
        public boolean wants(ContentHash hash) {
            return !stored.containsKey(hash);
        }

        @Override
        public void accept(ContentHash hash, byte[] bytes, int length) {
            stored.put(hash, Arrays.copyOf(bytes, length));
        }

        @Override
        public void accept(ContentHash hash, long size, InputStream content) throws IOException {
            stored.put(hash, content.readAllBytes());
        }
    };

    static Stream<Path> quickstart() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/it/quickstart/solutions"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    static Stream<Path> corpus() throws IOException {
        return Stream.concat(
                        Oracles.files("solution.corpus", "../shared/corpus", ".zip"),
                        Oracles.files("solution.corpus", "../shared/corpus", ".cab"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("quickstart")
    void ofTheQuickstart(Path folder) throws Exception {
        assertThat(agreeing(folder)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void ofRealPackages(Path file) throws Exception {
        Oracles.assumePresent(file);
        try {
            agreeing(file);
        } catch (RefusalException | ArchiveException refused) {
            Assumptions.abort(refused.getMessage());
        }
    }

    @Test
    void whatIsBetweenComponents() throws Exception {
        PackageFixture fixture = PackageFixture.with(
                        """
                        <Note>[1, 2]</Note><Hint>a&#13;b</Hint><Tag><![CDATA[<a>]]></Tag>
                        <Entities><Entity>{"b":1,"a":[<Name>account</Name>
                          <EntityInfo><entity Name='account'>{<attributes>"b":1
                            <attribute PhysicalName='x'><Format>{"b":1,&#13;"a":2}</Format>
                              <LookupTypes><LookupType>2</LookupType><LookupType>1</LookupType></LookupTypes></attribute>
                          </attributes>"x":2, "a":1}</entity></EntityInfo>
                          <FormXml><forms type='main&#13;&#10;'><systemform><formid>f</formid></systemform></forms></FormXml>
                        ]}</Entity></Entities>
                        """)
                .file("customapis/a/customapi.xml", "<customapi uniquename='a'><name>{ }</name></customapi>")
                .file("fxexpressions/x/fxexpression.json", "{\"b\":1,\r\n\"a\":2}");

        assertThat(agreeing(fixture)).isGreaterThan(6);
    }

    private int agreeing(Path file) throws Exception {
        try (SolutionArchive archive = Archives.open(file, ArchiveLimits.DEFAULT)) {
            return agreeing(archive);
        }
    }

    /** How many definitions there are, all of which have the hash that they had when they were read. */
    private int agreeing(SolutionArchive archive) throws Exception {
        List<Definition> definitions = PackageReader.open(archive).read(sink, ReadListener.NONE).components().stream()
                .map(SolutionComponent::definition)
                .flatMap(Optional::stream)
                .toList();
        for (Definition definition : definitions) {
            assertThat(EqualContent.hash(
                            stored.get(definition.xml()),
                            definition.files(),
                            (file, out) -> out.write(stored.get(file.hash()))))
                    .isEqualTo(definition.hash());
        }
        return definitions.size();
    }
}
