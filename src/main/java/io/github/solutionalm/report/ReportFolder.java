package io.github.solutionalm.report;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PackageFile;
import io.github.solutionalm.PlanResult;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder of an operation's reports: bears the solution's name, else the package file's, whatever that name may be. */
final class ReportFolder {

    private static final int LONGEST_NAME = 100;
    /** Only ASCII: in a POSIX locale Java cannot make other file names. Unique names have no other characters anyway. */
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_. ()+@~-]");

    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
    /** Names that Windows has made away with, with any extension; and those of our own files and folders beside them. */
    private static final Pattern TAKEN = Pattern.compile(
            "((con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?)|((summary|environment|inspection)\\.json.*)|effective");

    private ReportFolder() {}

    /** A direct child of the output directory, always. */
    static Path of(ImportResult result, Path outputDirectory) {
        return of(result.solution(), result.file(), outputDirectory);
    }

    /** The same of a plan. */
    static Path of(PlanResult plan, Path outputDirectory) {
        return of(plan.solution(), plan.file(), outputDirectory);
    }

    private static Path of(String solution, Optional<PackageFile> file, Path outputDirectory) {
        String name = solution.isEmpty() ? baseName(file.map(PackageFile::file).orElse("")) : solution;
        return outputDirectory.toAbsolutePath().normalize().resolve(safe(name));
    }

    /** The last part of a path of any system, without the extension. */
    private static String baseName(String file) {
        String path = file.replace('\\', '/').replaceAll("/+$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static String safe(String name) {
        String safe = UNSAFE.matcher(name).replaceAll("_");
        safe = safe.length() > LONGEST_NAME ? safe.substring(0, LONGEST_NAME) : safe;
        safe = EDGES.matcher(safe).replaceAll("");
        if (safe.isEmpty()) {
            return "package";
        }
        return TAKEN.matcher(safe.toLowerCase(Locale.ROOT)).matches() ? "_" + safe : safe;
    }
}
