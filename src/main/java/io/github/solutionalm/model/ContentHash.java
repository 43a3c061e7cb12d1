package io.github.solutionalm.model;

import io.github.solutionalm.hash.Sha256;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 of a definition or a file: what is stored once per content, and what tells a change.
 */
public final class ContentHash {

    private final byte[] bytes;

    private ContentHash(byte[] bytes) {
        if (bytes.length != Sha256.LENGTH) {
            throw new IllegalArgumentException("A SHA-256 has " + Sha256.LENGTH + " bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /** The hash of a content in memory. */
    public static ContentHash ofContent(byte[] content) {
        return new ContentHash(Sha256.of(content));
    }

    /** The hash of what was added; ends it. */
    public static ContentHash of(Sha256 added) {
        return new ContentHash(added.bytes());
    }

    public static ContentHash of(byte[] sha256) {
        return new ContentHash(sha256);
    }

    public static ContentHash parse(String hex) {
        return new ContentHash(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 hexadecimal digits in lower case. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
