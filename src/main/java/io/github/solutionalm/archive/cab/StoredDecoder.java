package io.github.solutionalm.archive.cab;

/** No compression. */
final class StoredDecoder implements BlockDecoder {

    @Override
    public void decode(byte[] packed, int length, byte[] out, int size) throws CabException {
        if (length != size) {
            throw CabException.corrupt("a block that is not compressed has %d bytes for %d", length, size);
        }
        System.arraycopy(packed, 0, out, 0, size);
    }
}
