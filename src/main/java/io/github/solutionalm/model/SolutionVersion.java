package io.github.solutionalm.model;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a solution, {@code major.minor.build.revision}. Real packages also say {@code 1.0} or {@code 1.2.4}:
 * parts that are not there count as 0 (docs/platform-facts.md, "Versions"), but {@link #toString()} gives the version as it
 * was written.
 *
 * @param major first part
 * @param minor second part
 * @param build third part, 0 when absent
 * @param revision fourth part, 0 when absent
 * @param text the version as the package writes it
 */
public record SolutionVersion(int major, int minor, int build, int revision, String text)
        implements Comparable<SolutionVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");
    private static final Comparator<SolutionVersion> ORDER = Comparator.comparingInt(SolutionVersion::major)
            .thenComparingInt(SolutionVersion::minor)
            .thenComparingInt(SolutionVersion::build)
            .thenComparingInt(SolutionVersion::revision);

    /**
     * Reads a version of two to four numeric parts, each 0 to 2147483647.
     *
     * @throws IllegalArgumentException when the text has another form; the message is fit for a user
     */
    public static SolutionVersion parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a version: expected major.minor[.build[.revision]]");
        }
        return new SolutionVersion(
                part(matcher, 1), part(matcher, 2), part(matcher, 3), part(matcher, 4), text.strip());
    }

    private static int part(Matcher matcher, int group) {
        String part = matcher.group(group);
        try {
            return part == null ? 0 : Integer.parseInt(part);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + matcher.group() + "' can't be: its part " + part + " is larger than " + Integer.MAX_VALUE
                            + ", the highest number that the platform takes",
                    e);
        }
    }

    /** Whether both have the same major and minor part, as a patch and its base must (docs/concepts.md, "Patches"). */
    public boolean sameMajorMinor(SolutionVersion other) {
        return major == other.major && minor == other.minor;
    }

    public boolean isHigherThan(SolutionVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(SolutionVersion other) {
        return ORDER.compare(this, other);
    }

    /** Versions are equal by number: {@code 1.0} equals {@code 1.0.0.0}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SolutionVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return ((major * 31 + minor) * 31 + build) * 31 + revision;
    }

    @Override
    public String toString() {
        return text;
    }
}
