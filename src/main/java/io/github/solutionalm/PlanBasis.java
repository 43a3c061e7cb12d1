package io.github.solutionalm;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an environment held when a plan was made. As long as it holds the same, the plan is valid.
 *
 * @param solutions version of each solution, by unique name
 * @param fingerprint SHA-256 of the plan, its options, and all layers of its components, 64 hexadecimal digits; empty when
 *     there is nothing to do
 */
public record PlanBasis(SortedMap<String, String> solutions, String fingerprint) {

    /** The basis of a plan that could not be made, or that has nothing to do. */
    public static final PlanBasis NONE = new PlanBasis(new TreeMap<>(), "");

    public PlanBasis(Map<String, String> solutions, String fingerprint) {
        this(new TreeMap<>(solutions), fingerprint);
    }
}
