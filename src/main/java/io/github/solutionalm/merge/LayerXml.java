package io.github.solutionalm.merge;

import java.util.Optional;

/**
 * The definition of a component in one layer.
 *
 * @param owner the solution that the layer belongs to, or {@code Active}. Layers of one solution (base, patches, holding
 *     solution) have the same owner: they replace each other, and do not clash
 * @param xml canonical XML; not copied
 * @param basis what showed of the layers below when this definition was imported, in canonical XML; empty where nothing lay
 *     below or it is not known
 */
public record LayerXml(String owner, byte[] xml, Optional<byte[]> basis) {

    /** A definition of which no basis is known. */
    public LayerXml(String owner, byte[] xml) {
        this(owner, xml, Optional.empty());
    }
}
