package io.github.solutionalm.sourcetree;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a path can be that of a file on every system. */
final class PortablePath {

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\\\\\\x00-\\x1F]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])( *\\..*)?");

    private PortablePath() {}

    /** Why a path can't be one, as a clause that follows "it"; nothing if it can. */
    static Optional<String> fault(String path) {
        for (String name : path.split("/", -1)) {
            Optional<String> fault = faultOfName(name);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfName(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.of("has an empty name or '" + name + "' among its folders");
        }
        if (FORBIDDEN.matcher(name).find()) {
            return Optional.of("has a character that Windows forbids in the name of a file");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("has a name that ends with a dot or a space, which Windows takes away");
        }
        return DEVICE.matcher(name).matches()
                ? Optional.of("has a name that is reserved for a device on Windows")
                : Optional.empty();
    }
}
