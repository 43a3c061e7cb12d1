package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.ImportJob;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter of an import is the option of its name, and no other, which the import job keeps. */
class ImportParametersTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "action, UPDATE",
        "overwriteCustomizations, true",
        "enableSdkMessageProcessingSteps, false",
        "activateFlows, false",
        "skipProductUpdateDependencies, true",
        "publish, true",
        "convertToManaged, true",
        "sameVersion, IMPORT",
        "lowerVersion, SKIP",
        "missingDependencies, WARN",
        "leftoverUpgrade, DISCARD",
        "activeBase, WARN",
        "activeRules, DEACTIVATE",
        "timeout, PT7M",
        "lockTimeout, PT8M",
        "failOnDelete, true",
        "failOnHidden, true",
        "requireInstalled, true"
    })
    void becomesTheOptionOfItsName(String parameter, String value) {
        boolean flag = value.equals("true") || value.equals("false");
        imports(Map.of());
        imports(Map.of(
                parameter,
                flag ? Boolean.valueOf(value) : value.startsWith("P") ? value : value.toLowerCase(Locale.ROOT)));

        List<String> options = options();
        assertThat(options).hasSize(2);
        assertThat(options.get(1))
                .isEqualTo(options.get(0).replaceFirst("\\b" + parameter + "=[^,\\]]*", parameter + "=" + value))
                .isNotEqualTo(options.get(0));
    }

    private void imports(Map<String, Object> parameters) {
        GoalRun run = new GoalRun("import", directory).with("file", Packages.WAREHOUSE.toString());
        parameters.forEach(run::with);
        run.run();
    }

    private List<String> options() {
        String url = "jdbc:sqlite:" + directory.resolve("target/solution/environment.db");
        try (EnvironmentStore store = EnvironmentStore.reading(url, Clock.systemUTC())) {
            return store.read(tx -> tx.jobs().all().stream()
                    .map(ImportJob::request)
                    .map(ImportJob.Request::options)
                    .toList());
        }
    }
}
