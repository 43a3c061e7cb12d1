package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slices joined are the base64 of the whole. */
class SlicedBase64Test {

    private final SlicedBase64 base64 = new SlicedBase64();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 767, 768, 769, 770, 1536, 9_999, 196_608})
    void encodesAsIfItWereOne(int length) {
        byte[] piece = new byte[196_608];
        new Random(length).nextBytes(piece);

        String encoded =
                StandardCharsets.US_ASCII.decode(base64.encode(piece, length)).toString();

        assertThat(encoded).isEqualTo(Base64.getEncoder().encodeToString(Arrays.copyOf(piece, length)));
    }
}
