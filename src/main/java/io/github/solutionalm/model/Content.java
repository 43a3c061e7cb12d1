package io.github.solutionalm.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a layer says of its component (docs/concepts.md, "Known, unknown and no content"): a definition that is known by its
 * hash, something that nobody has read, or nothing at all.
 */
public sealed interface Content {

    /**
     * It says something, and nobody knows what: the platform's own layer, and of a captured environment every layer whose
     * definition was not read.
     */
    Content UNKNOWN = new Unknown();

    /** It says nothing, and what lies below shows: context, a shell. No environment stores such a layer. */
    Content NONE = new None();

    /**
     * A definition.
     *
     * @param definition its hash
     */
    record Known(ContentHash definition) implements Content {

        @Override
        public Optional<ContentHash> hash() {
            return Optional.of(definition);
        }
    }

    /** See {@link #UNKNOWN}. */
    record Unknown() implements Content {

        @Override
        public boolean isUnknown() {
            return true;
        }
    }

    /** See {@link #NONE}. */
    record None() implements Content {}

    /** Whether two contents are the same, as far as can be told. */
    enum Sameness {
        /** Both contents are known and say the same, or both say nothing. */
        SAME,
        /** The contents differ. */
        OTHER,
        /** One content is not known. */
        UNKNOWN;

        /** OTHER if any differs, else UNKNOWN if any is unknown, else SAME: also of no comparison. */
        public static Sameness ofAll(Stream<Sameness> comparisons) {
            return comparisons.reduce(SAME, Sameness::and);
        }

        private Sameness and(Sameness next) {
            return this == OTHER || next == SAME ? this : next;
        }
    }

    static Content of(ContentHash definition) {
        return new Known(definition);
    }

    /** The hash of the definition; empty where it is not known, and where there is none. */
    default Optional<ContentHash> hash() {
        return Optional.empty();
    }

    /** Whether there is a definition, and it is known. */
    default boolean isKnown() {
        return hash().isPresent();
    }

    /** Whether it may be anything. */
    default boolean isUnknown() {
        return false;
    }

    /** Whether the other one says the same. What is not known is not even the same as itself. */
    default Sameness sameAs(Content other) {
        if (isUnknown() || other.isUnknown()) {
            return Sameness.UNKNOWN;
        }
        return equals(other) ? Sameness.SAME : Sameness.OTHER;
    }

    /** Whether the other one says the same beyond doubt. */
    default boolean isSurely(Content other) {
        return sameAs(other) == Sameness.SAME;
    }
}
