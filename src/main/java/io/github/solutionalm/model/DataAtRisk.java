package io.github.solutionalm.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much a deletion would lose.
 *
 * @param what of what the count is: rows of a table, rows with a value of a column, links, assignments
 * @param count how many there are; empty when nobody could say
 * @param exactness how far the count can be relied on
 */
public record DataAtRisk(What what, OptionalLong count, Exactness exactness) {

    /** What is counted. */
    public enum What {
        /** Rows of a table. */
        ROWS("rows", "row", "rows"),
        /** Rows that have a value in a column. */
        VALUES("values", "row has a value", "rows have a value"),
        /** Rows that have one value of a choice. */
        CHOICES("rows with these values", "row has one of these values", "rows have one of these values"),
        /** Links of a many-to-many relationship. */
        LINKS("links", "link", "links"),
        /** Users and teams that have a role. */
        ASSIGNMENTS("assignments", "user or team has it", "users and teams have it"),
        /** Values of an environment variable, or connections of a connection reference. */
        SETTINGS("settings", "setting of this environment", "settings of this environment");

        private final String nouns;
        private final String one;
        private final String many;

        What(String nouns, String one, String many) {
            this.nouns = nouns;
            this.one = one;
            this.many = many;
        }

        private static final Map<ComponentType, What> OF_TYPES = Map.of(
                ComponentType.ENTITY, ROWS,
                ComponentType.ATTRIBUTE, VALUES,
                ComponentType.ENTITY_RELATIONSHIP, LINKS,
                ComponentType.ROLE, ASSIGNMENTS,
                ComponentType.FIELD_SECURITY_PROFILE, ASSIGNMENTS,
                ComponentType.ENVIRONMENT_VARIABLE_DEFINITION, SETTINGS,
                ComponentType.ENVIRONMENT_VARIABLE_VALUE, SETTINGS,
                ComponentType.CONNECTION_REFERENCE, SETTINGS);

        /** What a component of this type has that is lost with it; empty when it has nothing that a package would not bring back. */
        public static Optional<What> of(ComponentType type) {
            return Optional.ofNullable(OF_TYPES.get(type));
        }
    }

    /** How far a count can be relied on. */
    public enum Exactness {
        /** Counted just now, as far as the user may read. */
        COUNTED,
        /** There are as many or more: the environment does not count further. */
        AT_LEAST,
        /** The environment's own figure, up to 24 hours old. */
        ESTIMATED,
        /** Nobody could say. */
        UNKNOWN
    }

    /** There are so many, counted just now. */
    public static DataAtRisk counted(What what, long count) {
        return new DataAtRisk(what, OptionalLong.of(count), Exactness.COUNTED);
    }

    /** Nobody could say how much there is. */
    public static DataAtRisk unknown(What what) {
        return new DataAtRisk(what, OptionalLong.empty(), Exactness.UNKNOWN);
    }

    /**
     * In words: {@code 12,480 rows have a value}, {@code about 3,100 rows}, {@code 5,000 or more links}, {@code rows not counted}.
     */
    @Override
    public String toString() {
        if (count.isEmpty()) {
            return what.nouns + " not counted";
        }
        long number = count.getAsLong();
        String figure = String.format(Locale.ROOT, "%,d", number);
        return switch (exactness) {
                    case ESTIMATED -> "about " + figure;
                    case AT_LEAST -> figure + " or more";
                    case COUNTED, UNKNOWN -> figure;
                }
                + " " + (number == 1 && exactness != Exactness.AT_LEAST ? what.one : what.many);
    }

    /** What is lost of two places together: the count is as certain as the less certain of them. */
    public DataAtRisk plus(DataAtRisk other) {
        if (exactness == Exactness.UNKNOWN || other.exactness == Exactness.UNKNOWN) {
            long known = count.orElse(0) + other.count.orElse(0);
            return known == 0 ? unknown(what) : new DataAtRisk(what, OptionalLong.of(known), Exactness.AT_LEAST);
        }
        Exactness weaker = exactness == Exactness.COUNTED ? other.exactness : exactness;
        return new DataAtRisk(what, OptionalLong.of(count.orElse(0) + other.count.orElse(0)), weaker);
    }

    /** Whether something is lost, as far as can be told: unknown counts as yes. */
    public boolean isLoss() {
        return count.isEmpty() || count.getAsLong() > 0;
    }
}
