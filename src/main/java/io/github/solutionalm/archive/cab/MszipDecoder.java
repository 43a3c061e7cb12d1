package io.github.solutionalm.archive.cab;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * MSZIP, [MS-MCI] 2: each block is "CK" and a complete deflate stream (RFC 1951), which may refer to the 32 KB that the
 * blocks before it gave.
 */
final class MszipDecoder implements BlockDecoder {

    private static final int HISTORY = 32_768;

    private final Inflater inflater = new Inflater(true);
    private final byte[] history = new byte[HISTORY];
    private int historyLength;

    @Override
    public void decode(byte[] packed, int length, byte[] out, int size) throws CabException {
        if (length < 2 || packed[0] != 'C' || packed[1] != 'K') {
            throw CabException.corrupt("an MSZIP block does not begin with \"CK\"");
        }
        inflater.reset();
        if (historyLength > 0) {
            inflater.setDictionary(history, HISTORY - historyLength, historyLength);
        }
        inflater.setInput(packed, 2, length - 2);
        try {
            inflate(out, size);
        } catch (DataFormatException e) {
            throw CabException.corrupt("an MSZIP block can't be inflated (%s)", e.getMessage());
        }
        remember(out, size);
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void inflate(byte[] out, int size) throws DataFormatException, CabException {
        int count = 0;
        while (count < size) {
            int n = inflater.inflate(out, count, size - count);
            if (n == 0) { // finished, or no input left, or it wants a dictionary: it will never go on
                throw CabException.corrupt("an MSZIP block inflates to %d of %d bytes", count, size);
            }
            count += n;
        }
        // the end of the stream may come after its last byte
        if (inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
            throw CabException.corrupt("an MSZIP block does not end after %d bytes", size);
        }
    }

    /** The history is kept at the end of its array. */
    private void remember(byte[] out, int size) {
        System.arraycopy(history, size, history, 0, HISTORY - size);
        System.arraycopy(out, 0, history, HISTORY - size, size);
        historyLength = Math.min(HISTORY, historyLength + size);
    }
}
