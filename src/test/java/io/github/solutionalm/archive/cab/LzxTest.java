package io.github.solutionalm.archive.cab;

import static io.github.solutionalm.archive.cab.CabFixture.cab;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LzxTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18, 19, 20, 21})
    void windowsOfAllSizes(int windowBits) throws Exception {
        byte[] content = sentences(300_000 + windowBits, windowBits);
        agree(new LzxFixture(windowBits, 0, windowBits), content);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 21})
    void matchesFromTheFarEndOfTheWindow(int windowBits) throws Exception {
        byte[] content = new byte[(1 << windowBits) + 200_000];
        new Random(5).nextBytes(content);
        for (int at = (1 << windowBits) - 3; at + 300 < content.length; at += 700) {
            System.arraycopy(content, at - (1 << windowBits) + 3, content, at, 300);
        }
        agree(new LzxFixture(windowBits, 0, 1), content);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 32_767, 32_768, 32_769, 65_536, 98_304, 100_001})
    void contentsThatEndWithinAndWithAFrame(int size) throws Exception {
        for (int seed = 0; seed < 4; seed++) {
            agree(new LzxFixture(15, 0, seed), sentences(size, seed));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 200_000, 50_000_000})
    void translatedCalls(int fileSize) throws Exception {
        Random random = new Random(fileSize);
        byte[] content = sentences(200_000, 3);
        for (int at = 0; at + 5 < content.length; at += 1 + random.nextInt(40)) {
            int target = random.nextInt(2 * fileSize) - fileSize;
            content[at] = (byte) 0xE8;
            for (int i = 1; i <= 4; i++) {
                content[at + i] = (byte) (target >> 8 * (i - 1));
            }
        }
        agree(new LzxFixture(17, fileSize, 9), content);
    }

    @Test
    void aLongRunOfTheSameByte() throws Exception {
        byte[] content = new byte[1_000_000];
        Arrays.fill(content, (byte) 'a');
        agree(new LzxFixture(21, 0, 2), content);
    }

    /** Ours, cabextract (where installed) and CabParser give what went in. */
    private void agree(LzxFixture lzx, byte[] content) throws Exception {
        Path file = cab().folder(lzx.type(), lzx).with("f", content).at(folder.resolve("lzx.cab"));

        assertThat(ours(file)).isEqualTo(content);
        assertThat(Oracles.cabParser(Files.readAllBytes(file)).get("f")).isEqualTo(content);
        assertThat(Oracles.cabextract(file, folder))
                .hasValueSatisfying(files -> assertThat(files.get("f")).isEqualTo(content));
    }

    private static byte[] ours(Path file) throws IOException {
        try (Cabinet cabinet = Cabinet.open(file);
                InputStream in = cabinet.open(cabinet.files().get(0))) {
            return in.readAllBytes();
        }
    }

    private static byte[] sentences(int size, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        String[] words = "<entity attribute=\" solution component layer 0123 \u00e8 >\n</".split(" ");
        while (text.length() < size) {
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(5) == 0 ? random.nextInt() : " ");
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.ISO_8859_1), size);
    }
}
