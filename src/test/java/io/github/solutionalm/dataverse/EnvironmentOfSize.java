package io.github.solutionalm.dataverse;

import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.PackageBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * An environment as large as those of large companies: 50 solutions, of which one has 2,000 components over 60 tables. The next
 * version of it deletes 40 of them: 10 columns, and 30 scripts.
 */
final class EnvironmentOfSize {

    static final String SOLUTION = "ContosoLarge";
    static final int SOLUTIONS = 50;
    static final int COMPONENTS = 2_000;
    static final int DELETED = 40;
    static final int TABLES = 60;

    private static final int COLUMNS_EACH = 25;
    private static final int DELETED_COLUMNS = 10;
    private static final int OTHERS_EACH = 5;

    private final Path folder;

    EnvironmentOfSize(Path folder) {
        this.folder = folder;
    }

    /** Installs all solutions into the file of an environment; the server that has it must not have been asked yet. */
    void put(Path file, Clock clock) throws IOException, SolutionException {
        List<Path> packages = new ArrayList<>();
        packages.add(large("1.0.0.0", 0).zip(folder));
        for (int i = 1; i < SOLUTIONS; i++) {
            PackageBuilder other =
                    PackageBuilder.managed("Fabrikam" + i, "1.0.0.0").publisher("fabrikam");
            for (int k = 0; k < OTHERS_EACH; k++) {
                other.webResource("fabrikam_/" + i + "/" + k + ".js", "// " + k);
            }
            packages.add(other.zip(folder));
        }
        EmbeddedContents.put(file, clock, Action.INSTALL, packages.toArray(Path[]::new));
    }

    /** The next version of the large solution. */
    Path nextVersion() throws IOException {
        return large("2.0.0.0", DELETED).zip(folder);
    }

    static String table(int number) {
        return "contoso_t" + number;
    }

    /** The columns that go are the last of the first tables; the scripts that go are the last ones. */
    private static PackageBuilder large(String version, int deleted) {
        PackageBuilder large = PackageBuilder.managed(SOLUTION, version);
        int columns = deleted == 0 ? 0 : DELETED_COLUMNS;
        for (int i = 0; i < TABLES; i++) {
            large.columns(table(i), COLUMNS_EACH - (i < columns ? 1 : 0), "Column");
            large.mainForm(table(i), "form " + i, "contoso_c0", "contoso_c1");
            large.view(table(i), "view " + i, "contoso_c0");
        }
        int scripts = COMPONENTS - TABLES * (COLUMNS_EACH + 3) - (deleted - columns);
        for (int i = 0; i < scripts; i++) {
            large.webResource("contoso_/" + i + ".js", "// " + i);
        }
        return large;
    }
}
