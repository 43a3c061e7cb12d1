package io.github.solutionalm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What to measure, from system properties.
 *
 * @param folder where the benchmark works
 * @param source the package: .zip or an unzipped folder
 * @param generate size in MB of the {@code customizations.xml} of a package to generate and use instead; 0 for none
 * @param rounds how often to measure in a warm JVM; 0 for not at all
 * @param forks how many new JVMs to measure in; 0 for none
 * @param heap {@code -Xmx} of an import that shows how much memory it needs; empty for none
 */
record Settings(Path folder, Path source, int generate, int rounds, int forks, String heap) {

    private static final String PREFIX = "benchmark.";
    private static final String FIXTURE = "src/it/quickstart/solutions/ContosoOrders_1_0_0_0_managed";

    static Settings fromSystemProperties() {
        return new Settings(
                Path.of(property("folder", "target/benchmark")).toAbsolutePath(),
                Path.of(property("package", FIXTURE)).toAbsolutePath(),
                Integer.parseInt(property("generate", "0")),
                Integer.parseInt(property("rounds", "10")),
                Integer.parseInt(property("forks", "3")),
                property("heap", "256m"));
    }

    /** An empty property counts as none, since a POM can't leave one out. */
    private static String property(String name, String byDefault) {
        String value = System.getProperty(PREFIX + name, "").strip();
        return value.isEmpty() ? byDefault : value;
    }

    /** The package as a .zip: a folder is packed, a package to generate is made. */
    Path zip() throws IOException {
        Files.createDirectories(folder);
        if (generate > 0) {
            return LargePackage.write(folder.resolve("generated-" + generate + "MB.zip"), (long) generate << 20);
        }
        if (Files.isDirectory(source)) {
            return ZippedFolder.write(source, folder.resolve(source.getFileName() + ".zip"));
        }
        return source;
    }
}
