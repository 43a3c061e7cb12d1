package io.github.solutionalm.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.report.junit.JunitReader.Shown;
import java.nio.file.Path;
import java.util.List;

/** Reads a file as five CI systems do, and fails when two of them show something else. */
public final class AllReaders {

    private static final List<JunitReader> READERS = List.of(
            new AzureReader(), new JenkinsReader(), new GitLabReader(), new DornyReader(), new MikepenzReader());

    private AllReaders() {}

    static List<Shown> read(Path file) throws Exception {
        List<Shown> first = READERS.get(0).read(file);
        assertThat(first).as("%s in Azure Pipelines", file).isNotEmpty();
        for (JunitReader reader : READERS) {
            assertThat(reader.read(file))
                    .as("%s by %s", file, reader.getClass().getSimpleName())
                    .isEqualTo(first);
        }
        return first;
    }

    /** What did not pass: {@code FAILURE gate failOnDelete}. */
    public static List<String> failed(Path file) throws Exception {
        return read(file).stream()
                .filter(test -> test.verdict() == Case.Verdict.FAILURE || test.verdict() == Case.Verdict.ERROR)
                .map(test -> test.verdict() + " " + test.name())
                .toList();
    }

    /** The names of all tests. */
    public static List<String> names(Path file) throws Exception {
        return read(file).stream().map(Shown::name).toList();
    }

    /** The class name that all tests of a file have. */
    public static String className(Path file) throws Exception {
        List<String> names =
                read(file).stream().map(Shown::className).distinct().toList();
        assertThat(names).hasSize(1);
        return names.get(0);
    }
}
