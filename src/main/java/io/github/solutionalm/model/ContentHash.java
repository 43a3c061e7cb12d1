package io.github.solutionalm.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 of a definition or a file: what is stored once per content, and what tells a change.
 */
public final class ContentHash {

    private final byte[] bytes;

    private ContentHash(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A SHA-256 has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /** The hash of a content in memory. */
    public static ContentHash ofContent(byte[] content) {
        return new ContentHash(digest().digest(content));
    }

    /** What makes such a hash of bytes that come one after the other. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
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
