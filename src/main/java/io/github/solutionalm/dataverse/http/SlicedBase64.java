package io.github.solutionalm.dataverse.http;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Encodes large pieces as base64 in small slices. The JVM compiles the encoder to fast code after some thousand calls, however
 * long each call is: with slices this happens within the first megabytes of the first upload, with whole pieces only after
 * gigabytes. Not thread-safe.
 */
final class SlicedBase64 {

    /** A multiple of three, so that each slice's base64 joins the next without a gap. */
    private static final int SLICE = 3 * 256;

    private static final int GROUP = 3;
    private static final int ENCODED_GROUP = 4;

    private final Base64.Encoder encoder = Base64.getEncoder();
    private final byte[] slice = new byte[SLICE];
    private final byte[] encoded = new byte[SLICE / GROUP * ENCODED_GROUP];

    /** The base64 of the first bytes of a piece, padded when their number is not a multiple of three. */
    ByteBuffer encode(byte[] piece, int length) {
        ByteBuffer base64 = ByteBuffer.allocate((length + GROUP - 1) / GROUP * ENCODED_GROUP);
        int whole = length - length % SLICE;
        for (int at = 0; at < whole; at += SLICE) {
            System.arraycopy(piece, at, slice, 0, SLICE);
            encoder.encode(slice, encoded);
            base64.put(encoded);
        }
        return base64.put(encoder.encode(ByteBuffer.wrap(piece, whole, length - whole)))
                .flip();
    }
}
