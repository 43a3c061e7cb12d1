package io.github.solutionalm.merge;

import java.util.List;

/**
 * What shows of a component.
 *
 * @param xml its effective definition in canonical XML, without the marks of differences; not copied
 * @param conflicts what its layers disagree about, in the order in which it was met
 */
public record Merged(byte[] xml, List<Conflict> conflicts) {

    public Merged {
        conflicts = List.copyOf(conflicts);
    }
}
