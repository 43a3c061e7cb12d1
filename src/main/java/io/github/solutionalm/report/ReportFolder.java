package io.github.solutionalm.report;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.text.PortableName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the reports of operations go: {@code <environment>/<solution>/<n>-<goal>/}, a new folder for each, so that
 * none replaces another. The solution goes by its unique name, else by the package file's, whatever that name may be.
 */
final class ReportFolder {

    /** Beside the numbered ones, with the reports of the last. */
    static final String LATEST = "latest";

    private static final String SQLITE = "jdbc:sqlite:";

    private ReportFolder() {}

    /**
     * Makes the folder of one more operation.
     *
     * @throws IOException when it can't be made; the message says what to do
     */
    static Path next(ImportResult result, Path outputDirectory) throws IOException {
        Path environment =
                PortableName.in(outputDirectory.toAbsolutePath().normalize(), environment(result.environment()));
        Path solution = PortableName.in(environment, name(result.solution(), result.file()));
        try {
            Files.createDirectories(solution);
            for (int number = last(solution) + 1; ; number++) {
                Path folder = solution.resolve(number + "-" + PortableName.of(result.goal()));
                if (number > last(solution) && created(folder)) {
                    return folder;
                }
            }
        } catch (IOException e) {
            throw WriteFailure.of(solution, e);
        }
    }

    private static boolean created(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // by a build that runs beside this one
        }
    }

    private static int last(Path solution) throws IOException {
        int last = 0;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(solution)) {
            for (Path folder : folders) {
                last = Math.max(last, number(folder.getFileName().toString()));
            }
        }
        return last;
    }

    private static int number(String folder) {
        int hyphen = folder.indexOf('-');
        try {
            return hyphen < 0 ? 0 : Integer.parseInt(folder, 0, hyphen, 10);
        } catch (NumberFormatException e) {
            return 0; // not one of ours
        }
    }

    /** The environment's id; of one that has none but its URL, the name of the file or host. */
    static String environment(EnvironmentId id) {
        if (!id.id().contains(":")) {
            return id.id();
        }
        if (id.url().startsWith(SQLITE)) {
            String file = id.url().substring(SQLITE.length());
            return baseName(file.indexOf('?') < 0 ? file : file.substring(0, file.indexOf('?')));
        }
        int host = id.url().indexOf("://") + 3;
        return id.url().substring(host).split("[/:]", 2)[0];
    }

    /** A plan has one folder for each solution, a direct child of the output directory, where a release can name it. */
    static Path of(PlanResult plan, Path outputDirectory) {
        return PortableName.in(outputDirectory.toAbsolutePath().normalize(), name(plan.solution(), plan.file()));
    }

    static String name(String solution, Optional<PackageFile> file) {
        return solution.isEmpty() ? baseName(file.map(PackageFile::file).orElse("")) : solution;
    }

    /** The last part of a path of any system, without the extension. */
    private static String baseName(String file) {
        String path = file.replace('\\', '/');
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
