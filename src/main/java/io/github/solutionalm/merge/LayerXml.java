package io.github.solutionalm.merge;

/**
 * The definition of a component in one layer.
 *
 * @param owner the solution that the layer belongs to, or {@code Active}. Layers of one solution (base, patches, holding
 *     solution) have the same owner: they replace each other, and do not clash
 * @param xml canonical XML; not copied
 */
public record LayerXml(String owner, byte[] xml) {}
