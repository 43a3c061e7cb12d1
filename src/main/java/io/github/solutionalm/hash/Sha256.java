package io.github.solutionalm.hash;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of bytes that come one after the other. Whoever asks for it ends it; what is added then begins another.
 */
public final class Sha256 {

    /** How many bytes it has. */
    public static final int LENGTH = 32;

    private final MessageDigest digest;

    /** Begins a hash, of nothing so far. */
    public Sha256() {
        this(newDigest());
    }

    private Sha256(MessageDigest digest) {
        this.digest = digest;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The hash of a content in memory. */
    public static byte[] of(byte[] content) {
        return newDigest().digest(content);
    }

    /** Adds all of an array. */
    public void add(byte[] bytes) {
        digest.update(bytes);
    }

    /** Adds a part of an array. */
    public void add(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
    }

    /** Adds a text in UTF-8. */
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds what is written to the stream, on its way to another. */
    public OutputStream before(OutputStream out) {
        return new DigestOutputStream(out, digest);
    }

    /** A copy: another hash of what was added so far. */
    public Sha256 copy() {
        try {
            return new Sha256((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The SHA-256 of a Java platform can be copied", e);
        }
    }

    /** Ends it: {@link #LENGTH} bytes. */
    public byte[] bytes() {
        return digest.digest();
    }

    /** Ends it: 64 hexadecimal digits in lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}
