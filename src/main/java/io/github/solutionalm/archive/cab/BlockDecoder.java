package io.github.solutionalm.archive.cab;

/** Decompresses the blocks of one folder, one after the other: later ones refer to what earlier ones gave. */
interface BlockDecoder extends AutoCloseable {

    /**
     * @param packed compressed bytes, the first {@code length} of it
     * @param out where exactly {@code size} bytes go, from its start
     * @throws CabException when they don't give that many
     */
    void decode(byte[] packed, int length, byte[] out, int size) throws CabException;

    @Override
    default void close() {}
}
