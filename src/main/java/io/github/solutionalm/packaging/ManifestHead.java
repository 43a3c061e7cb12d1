package io.github.solutionalm.packaging;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The required parts of a manifest: solution, version, managed or unmanaged, publisher.
 *
 * @param uniqueName the solution's identity
 * @param version the version
 * @param managed whether the package is managed
 */
record ManifestHead(String uniqueName, SolutionVersion version, boolean managed) {

    private static final Pattern UNIQUE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,64}");
    private static final int MAX_SHOWN = 100;

    /**
     * Takes it from the manifest.
     *
     * @throws RefusalException when any of it is missing, invalid or there more than once; with all findings at once
     */
    static ManifestHead of(ManifestElement manifest) throws RefusalException {
        List<Finding> errors = new ArrayList<>();
        ManifestHead head = new ManifestHead(
                uniqueName(only("UniqueName", manifest.values("UniqueName"), errors), errors),
                version(only("Version", manifest.values("Version"), errors), errors),
                isManaged(only("Managed", manifest.values("Managed"), errors), errors));
        publisher(manifest.child("Publisher"), errors);
        if (!errors.isEmpty()) {
            throw new RefusalException(errors, List.of());
        }
        return head;
    }

    /** The first; what follows it is an error, for nobody could tell which of them is meant. */
    private static String only(String element, List<String> all, List<Finding> errors) {
        if (all.size() > 1) {
            errors.add(error(
                    PlatformCode.INVALID_IMPORT_FILE,
                    "<" + element + "> occurs " + all.size() + " times: "
                            + shown(all.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", ")))
                            + ". Keep the correct one, or export the solution again."));
        }
        return all.isEmpty() ? "" : all.get(0);
    }

    private static String uniqueName(String name, List<Finding> errors) {
        if (!UNIQUE_NAME.matcher(name).matches()) {
            errors.add(
                    error(
                            PlatformCode.INVALID_UNIQUE_NAME,
                            (name.isEmpty()
                                            ? "<UniqueName> is missing"
                                            : "the unique name '" + shown(name) + "' is invalid")
                                    + ". A unique name has 1 to 65 characters from A-Z, a-z, 0-9 and _, and does not begin with a digit."));
        }
        return name;
    }

    private static SolutionVersion version(String text, List<Finding> errors) {
        try {
            return SolutionVersion.parse(shown(text));
        } catch (IllegalArgumentException e) {
            errors.add(error(
                    PlatformCode.INVALID_VERSION,
                    (text.isEmpty() ? "<Version> is missing" : "the version " + e.getMessage()) + "."));
            return new SolutionVersion(0, 0, 0, 0, "0.0");
        }
    }

    private static boolean isManaged(String managed, List<Finding> errors) {
        if (!managed.equals("0") && !managed.equals("1")) {
            errors.add(error(
                    PlatformCode.INVALID_IMPORT_FILE,
                    "<Managed> is " + (managed.isEmpty() ? "missing" : "'" + shown(managed) + "'")
                            + "; the platform writes 1 for a managed solution and 0 for an unmanaged one. "
                            + (managed.equals("2")
                                    ? "A value of 2 means sources of both kinds: first pack them as one kind."
                                    : "Write one of these, or export the solution again.")));
        }
        return managed.equals("1");
    }

    /** Components belong to a publisher, by its unique name. */
    private static void publisher(Optional<ManifestElement> publisher, List<Finding> errors) throws RefusalException {
        if (publisher.isEmpty() || publisher.get().value("UniqueName").isEmpty()) {
            errors.add(error(
                    PlatformCode.INVALID_PUBLISHER,
                    (publisher.isEmpty() ? "<Publisher> is missing or empty" : "<Publisher> has no <UniqueName>")
                            + ": components belong to a publisher, and only that publisher can update them."
                            + " Export the solution again, or write the publisher's unique name there."));
        }
    }

    private static Finding error(PlatformCode code, String what) {
        return code.finding("solution.xml: " + what);
    }

    /** A wrong value as a message shows it: in one line, and no longer than anyone reads. */
    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
    }
}
