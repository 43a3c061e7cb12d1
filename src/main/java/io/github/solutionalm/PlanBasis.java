package io.github.solutionalm;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan was made from, to tell later whether it is still valid.
 *
 * @param solutions the version of every solution that the environment held, by unique name
 * @param fingerprint SHA-256 over the plan, its options, and all that the environment held of the components in it, 64
 *     hexadecimal digits
 */
public record PlanBasis(SortedMap<String, String> solutions, String fingerprint) {

    /** Of a plan that could not be made. */
    public static final PlanBasis NONE = new PlanBasis(new TreeMap<>(), "");

    public PlanBasis(Map<String, String> solutions, String fingerprint) {
        this(new TreeMap<>(solutions), fingerprint);
    }
}
