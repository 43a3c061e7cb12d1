package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.solutionalm.Effort;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.ArchiveException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is done to a sound package, reading it ends with a package or with a refusal that says what is wrong: never
 * with another exception, and never not at all.
 */
class DamagedXmlTest {

    private static final Path SOUND = Path.of("src/it/quickstart/solutions/ContosoOrders_1_0_0_0_managed");

    /** What breaks parsers: markup, numbers out of range, references to nothing. */
    private static final List<String> NASTY = List.of(
            "<",
            ">",
            "\"",
            "'",
            "&",
            "&amp;",
            "&#0;",
            "&#x110000;",
            "&x;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?x",
            "\0",
            "\uFFFE",
            "\uD800",
            "{",
            "}",
            "/",
            "//",
            "..",
            "\\",
            "",
            " ",
            "99999999999999999999",
            "-1",
            "$webresource:",
            "/Workflows/",
            "/",
            "unmodified=\"1\"",
            "<a>",
            "</a>",
            "<Entity>",
            "</Entities>",
            "xmlns=\"x\"");

    private static PackageFixture sound;
    /** Bytes that it takes to read it: damage is no work. */
    private static long ofTheSoundOne;

    @BeforeAll
    static void read() throws IOException {
        sound = PackageFixture.solution();
        try (Stream<Path> files = Files.walk(SOUND)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sound.file(SOUND.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        assertThat(sound.read().components()).hasSizeGreaterThan(100);
        ofTheSoundOne = Effort.bytesAllocated(() -> sound.read());
    }

    private static PackageFixture with(String part, byte[] content) {
        PackageFixture fixture = PackageFixture.solution();
        sound.copyTo(fixture);
        return fixture.file(part, content);
    }

    private static void endsWell(String what, PackageFixture fixture) {
        assertThat(Effort.bytesAllocated(() -> end(what, fixture)))
                .as("bytes that it takes to read " + what)
                .isLessThan(3 * ofTheSoundOne);
    }

    private static void end(String what, PackageFixture fixture) {
        try {
            PackageReader.open(fixture).read(ContentSink.NONE, ReadListener.NONE);
        } catch (RefusalException e) {
            assertThat(e.errors()).as(what).isNotEmpty().allSatisfy(error -> assertThat(error.message())
                    .isNotBlank()
                    .doesNotContain("Exception", "com.ctc", "com.fasterxml"));
        } catch (ArchiveException.OverLimit e) {
            // a refusal too, by the size
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(what, e);
        }
    }

    @ParameterizedTest
    @CsvSource({"solution.xml, 150", "customizations.xml, 120"})
    void cutOff(String part, int cuts) {
        byte[] whole = sound.part(part);
        for (int i = 0; i < cuts; i++) {
            int length = (int) ((long) whole.length * i / cuts);
            endsWell(part + " cut off after " + length, with(part, Arrays.copyOf(whole, length)));
        }
        for (int length = whole.length - 30; length < whole.length; length++) {
            endsWell(part + " cut off after " + length, with(part, Arrays.copyOf(whole, length)));
        }
    }

    @ParameterizedTest
    @CsvSource({"solution.xml, 400", "customizations.xml, 150"})
    void withWrongBytes(String part, int times) {
        for (int seed = 0; seed < times; seed++) {
            Random random = new Random(seed);
            byte[] content = sound.part(part).clone();
            for (int i = 0; i <= seed % 5; i++) {
                content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            }
            endsWell(part + " with wrong bytes, seed " + seed, with(part, content));
        }
    }

    @ParameterizedTest
    @CsvSource({"solution.xml, 400", "customizations.xml, 150"})
    void withNastyText(String part, int times) {
        String text = new String(sound.part(part), StandardCharsets.UTF_8);
        for (int seed = 0; seed < times; seed++) {
            Random random = new Random(seed);
            StringBuilder content = new StringBuilder(text);
            for (int i = 0; i <= seed % 3; i++) {
                int at = random.nextInt(content.length());
                int end = Math.min(content.length(), at + random.nextInt(20));
                content.replace(at, end, NASTY.get(random.nextInt(NASTY.size())));
            }
            endsWell(part + " with nasty text, seed " + seed, with(part, bytes(content.toString())));
        }
    }

    /** Well-formed still, but not what the reader expects: values replaced, elements renamed. */
    @ParameterizedTest
    @CsvSource({"solution.xml, 200", "customizations.xml, 120"})
    void withOtherValuesAndNames(String part, int times) {
        String text = new String(sound.part(part), StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>(List.of(text.split("[^A-Za-z]+")));
        names.removeIf(String::isEmpty);
        for (int seed = 0; seed < times; seed++) {
            Random random = new Random(seed);
            String from = names.get(random.nextInt(names.size()));
            String to = random.nextInt(3) == 0
                    ? NASTY.get(random.nextInt(NASTY.size())).replaceAll("[<&>\"\0\uFFFE\uD800]", "")
                    : names.get(random.nextInt(names.size()));
            endsWell(
                    part + " with " + to + " for " + from + ", seed " + seed,
                    with(
                            part,
                            bytes(text.replaceAll(
                                    "\\b" + from + "\\b", java.util.regex.Matcher.quoteReplacement(to)))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void inTheOtherParts(int run) {
        Random random = new Random(run);
        List<String> parts = sound.entries().stream()
                .map(entry -> entry.name())
                .filter(name -> name.matches(".*\\.(xml|json|xaml)"))
                .toList();
        for (String part : parts) {
            byte[] content = sound.part(part).clone();
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            endsWell(part + " with a wrong byte", with(part, content));
            endsWell(part + " cut off", with(part, Arrays.copyOf(content, random.nextInt(content.length))));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
