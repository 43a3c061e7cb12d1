package io.github.solutionalm.packaging;

import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.ContentHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing byte array whose last parts can be sorted. */
final class ByteRun {

    private byte[] bytes;
    private int length;

    ByteRun(int capacity) {
        bytes = new byte[Math.max(64, capacity)];
    }

    private record Part(int from, int to) {}

    int length() {
        return length;
    }

    /** The bytes written, and room behind {@link #length}; not a copy. */
    byte[] bytes() {
        return bytes;
    }

    void truncate(int earlier) {
        length = earlier;
    }

    void put(int one) {
        reserve(1);
        bytes[length++] = (byte) one;
    }

    void put(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    /** Sorts parts that lie side by side up to the end. Afterwards the starts are those of the sorted parts. */
    void sort(List<Integer> starts) {
        List<Part> parts = new ArrayList<>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            parts.add(new Part(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : length));
        }
        parts.sort((a, b) -> Arrays.compareUnsigned(bytes, a.from(), a.to(), bytes, b.from(), b.to()));
        int first = starts.get(0);
        byte[] before = Arrays.copyOfRange(bytes, first, length);
        int at = first;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            starts.set(i, at);
            System.arraycopy(before, part.from() - first, bytes, at, part.to() - part.from());
            at += part.to() - part.from();
        }
    }

    /** The SHA-256 of what was written from here on. */
    ContentHash hashFrom(int start) {
        Sha256 hash = new Sha256();
        hash.add(bytes, start, length - start);
        return ContentHash.of(hash);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length * 2, length + more));
        }
    }
}
