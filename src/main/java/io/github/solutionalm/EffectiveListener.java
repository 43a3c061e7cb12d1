package io.github.solutionalm;

import io.github.solutionalm.model.ComponentKey;
import java.io.IOException;

/** Receives the effective definition of each component with merged layers, while an environment is listed. */
public interface EffectiveListener {

    /**
     * Called once for each component with two or more merged layers, in order of type and key.
     *
     * @param xml the effective definition, UTF-8; the caller does not keep it
     * @throws IOException ends the listing
     */
    void effective(ComponentKey key, byte[] xml) throws IOException;
}
