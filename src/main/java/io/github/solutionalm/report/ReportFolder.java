package io.github.solutionalm.report;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PackageFile;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.text.PortableName;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of an operation's reports: bears the solution's name, else the package file's, whatever that name may be. */
final class ReportFolder {

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
        return PortableName.in(outputDirectory.toAbsolutePath().normalize(), name);
    }

    /** The last part of a path of any system, without the extension. */
    private static String baseName(String file) {
        String path = file.replace('\\', '/').replaceAll("/+$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
