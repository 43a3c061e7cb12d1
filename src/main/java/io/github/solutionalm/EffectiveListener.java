package io.github.solutionalm;

import io.github.solutionalm.model.ComponentKey;
import java.io.IOException;

/** Hears what shows of the components whose layers merge, while an environment is listed. */
public interface EffectiveListener {

    /**
     * Two or more layers of a component have been merged. Called once for each such component, by type, then key.
     *
     * @param xml the effective definition, UTF-8; not kept by the caller
     * @throws IOException ends the listing
     */
    void effective(ComponentKey key, byte[] xml) throws IOException;
}
