package io.github.solutionalm.merge;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

/**
 * How much a definition, or several together, take to merge.
 *
 * @param bytes of canonical XML
 * @param parts elements and attributes
 */
public record DefinitionSize(long bytes, long parts) {

    /** The size of nothing. */
    public static final DefinitionSize NONE = new DefinitionSize(0, 0);

    /** The size of several definitions, each as often as it is named; unknown ones do not count. */
    public static <K> DefinitionSize of(Collection<K> named, Function<K, byte[]> definitions) {
        return named.stream()
                .map(definitions)
                .filter(Objects::nonNull)
                .map(DefinitionSize::of)
                .reduce(NONE, DefinitionSize::plus);
    }

    /** The size of one definition in canonical XML, which has no comments, and angle brackets only around tags. */
    public static DefinitionSize of(byte[] xml) {
        long elements = 0;
        long quotes = 0;
        boolean inTag = false;
        for (int i = 0; i < xml.length; i++) {
            if (xml[i] == '<') {
                inTag = i + 1 < xml.length && xml[i + 1] != '/';
                elements += inTag ? 1 : 0;
            } else if (xml[i] == '>' && quotes % 2 == 0) {
                inTag = false;
            } else if (xml[i] == '"' && inTag) {
                quotes++;
            }
        }
        return new DefinitionSize(xml.length, elements + quotes / 2);
    }

    public DefinitionSize plus(DefinitionSize other) {
        return new DefinitionSize(bytes + other.bytes, parts + other.parts);
    }
}
