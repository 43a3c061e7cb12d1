package io.github.solutionalm.dataverse;

import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.cab.CabFixture;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever writes a package while it is imported: either nothing is sent, or what was checked. The environment never gets
 * another package than the one whose SHA-256 the result names.
 */
class ChangedUploadTest {

    private static final String CHECKED = text(1);
    private static final String OTHER = text(2);

    @TempDir
    private Path folder;

    private Contoso contoso;

    /** What a package may be. */
    enum Form {
        ZIP {
            @Override
            Path make(PackageBuilder content, Path folder) throws IOException {
                return content.zip(folder);
            }
        },
        CAB_OF_A_ZIP {
            @Override
            Path make(PackageBuilder content, Path folder) throws IOException {
                return CabFixture.cab()
                        .folder(CabFixture.STORED)
                        .with("Orders.zip", Files.readAllBytes(content.zip(folder)))
                        .at(folder.resolve("Orders.cab"));
            }
        },
        CAB_OF_PARTS {
            @Override
            Path make(PackageBuilder content, Path folder) {
                return content.cab(folder);
            }
        },
        FOLDER {
            @Override
            Path make(PackageBuilder content, Path folder) throws IOException {
                return content.folder(folder);
            }
        };

        abstract Path make(PackageBuilder content, Path folder) throws IOException;
    }

    /** When it is written. */
    enum Moment {
        /** Its hash is known, its parts are not read yet. */
        HASHED,
        /** Its parts were read, and the environment was asked what is installed. */
        READ,
        /** It is on its way. */
        UPLOADING
    }

    @BeforeEach
    void start() throws Exception {
        contoso = new Contoso(folder);
    }

    @AfterEach
    void stop() {
        contoso.close();
    }

    @ParameterizedTest
    @CsvSource({"ZIP, HASHED", "ZIP, READ", "CAB_OF_PARTS, HASHED", "FOLDER, HASHED", "FOLDER, READ"})
    void isNotSentWhenItIsWrittenBefore(Form form, Moment moment) throws Exception {
        Path file = form.make(orders(CHECKED), folder);
        Path other = other(form);

        assertThatThrownBy(() -> imported(file, moment, () -> write(other, file)))
                .isInstanceOf(SolutionException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining("changed while it was read");
        assertThat(sent()).isEmpty();
        assertThat(contoso.server.started()).isEmpty();
        assertThat(contoso.server.installed("Orders")).isEmpty();
    }

    /**
     * A .zip in a cabinet is unpacked when the cabinet is opened, and parts are held when they were read in another order than
     * they are stored in: from then on no change reaches them.
     */
    @ParameterizedTest
    @CsvSource({"CAB_OF_A_ZIP, HASHED", "CAB_OF_A_ZIP, READ", "CAB_OF_PARTS, READ"})
    void whatWasUnpackedOfACabinetIsSentAsItWas(Form form, Moment moment) throws Exception {
        Path file = form.make(orders(CHECKED), folder);
        Path other = other(form);

        isSentAsItWas(file, moment, () -> write(other, file));
    }

    @ParameterizedTest
    @EnumSource
    void isSentAsItWasWhenItIsWrittenMeanwhile(Form form) throws Exception {
        Path file = form.make(orders(CHECKED), folder);
        Path other = other(form);

        isSentAsItWas(file, Moment.UPLOADING, () -> write(other, file));
    }

    /** The file that is open is still the one that was checked. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOLDER")
    void isSentAsItWasWhenAnotherTakesItsPlace(Form form) throws Exception {
        Path file = form.make(orders(CHECKED), folder);
        Path other = other(form);

        isSentAsItWas(file, Moment.HASHED, () -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING));
    }

    private void isSentAsItWas(Path file, Moment moment, Change change) throws Exception {
        ImportResult result = imported(file, moment, change);

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(sent()).isNotEmpty().allSatisfy(zip -> assertThat(script(zip))
                .isEqualTo(CHECKED));
    }

    private static PackageBuilder orders(String script) {
        return managed("Orders", "1.0.0.0").webResource("contoso_/a.js", script);
    }

    private Path other(Form form) throws IOException {
        return form.make(orders(OTHER), Files.createDirectories(folder.resolve("other")));
    }

    /** No .zip makes it much smaller: of a small file all may have been read at once. */
    private static String text(int seed) {
        byte[] bytes = new byte[200_000];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private interface Change {
        void make() throws IOException;
    }

    private ImportResult imported(Path file, Moment moment, Change change) throws SolutionException {
        List<Moment> moments = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void packageOpened(PackageFile opened) {
                reached(Moment.HASHED);
            }

            @Override
            public void manifestRead(SolutionManifest manifest, Optional<Installed> installed) {
                reached(Moment.READ);
            }

            @Override
            public void progress(String phase, int done, int total) {
                if (phase.equals("Uploading")) {
                    reached(Moment.UPLOADING);
                }
            }

            private void reached(Moment now) {
                if (now == moment && moments.isEmpty()) {
                    moments.add(now);
                    try {
                        change.make();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        };
        try {
            return contoso.environment()
                    .importSolution(
                            new ImportRequest("import", file, Optional.empty(), ImportOptions.defaults()), listener);
        } finally {
            assertThat(moments).containsExactly(moment);
        }
    }

    /** In place: whoever has the file open reads the new bytes. */
    private static void write(Path from, Path to) throws IOException {
        try (Stream<Path> parts = Files.walk(from)) {
            for (Path part : parts.filter(Files::isRegularFile).toList()) {
                Files.write(to.resolve(from.relativize(part)), Files.readAllBytes(part));
            }
        }
    }

    private List<Path> sent() throws IOException {
        Path uploads = folder.resolve("server/uploads");
        if (!Files.isDirectory(uploads)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(uploads)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String script(Path zip) throws IOException {
        try (ZipFile parts = new ZipFile(zip.toFile())) {
            ZipEntry script = parts.getEntry("WebResources/contoso__a_js");
            return new String(parts.getInputStream(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
