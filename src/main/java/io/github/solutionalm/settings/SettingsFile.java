package io.github.solutionalm.settings;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.report.ReportFile;
import io.github.solutionalm.report.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A deployment settings file in the format of {@code pac solution create-settings}: {@code EnvironmentVariables} with
 * {@code SchemaName} and {@code Value}, {@code ConnectionReferences} with {@code LogicalName}, {@code ConnectionId} and
 * {@code ConnectorId}.
 */
public final class SettingsFile {

    /** More is no settings file. */
    private static final long MAX = 16 << 20;

    private SettingsFile() {}

    /**
     * Reads a file. Names of properties are taken in any case; a value may be text or any other JSON; entries without a value
     * are not set.
     *
     * @throws IOException when it can't be read, is malformed, has unknown properties or a name twice; the message names
     *     file and line and says what to do
     */
    public static DeploymentSettings read(Path file) throws IOException {
        byte[] content;
        try {
            if (Files.size(file) > MAX) {
                throw new IOException("it has more than " + (MAX >> 20) + " MB");
            }
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IOException(
                    "The deployment settings file " + file + " can't be read: "
                            + (Files.exists(file) ? e.getMessage() : "it does not exist")
                            + ". Correct <deploymentSettingsFile> or -Dsolution.deploymentSettingsFile.",
                    e);
        }
        return SettingsReader.read(file.toString(), content);
    }

    /**
     * Writes a file to be filled in, in place of the one that may be there: every variable with the value that holds unless
     * another is given, every connection reference with its connector and without a connection.
     *
     * @throws IOException when it can't be written; the message names the file and says what to do
     */
    public static Path write(SettingsDeclaration declared, Path file) throws IOException {
        return ReportFile.write(
                file.toAbsolutePath().normalize(),
                out -> JsonWriter.foreign(out, json -> {
                    json.objects("EnvironmentVariables", declared.variables(), variable -> {
                        json.verbatim("SchemaName", variable.schemaName());
                        json.verbatim("Value", initial(variable));
                    });
                    json.objects("ConnectionReferences", declared.references(), reference -> {
                        json.verbatim("LogicalName", reference.logicalName());
                        json.verbatim("ConnectionId", "");
                        json.verbatim("ConnectorId", reference.connectorId());
                    });
                }));
    }

    /** The value that a variable has in a file that is yet to be filled in. */
    public static String initial(EnvironmentVariable variable) {
        return variable.value().or(variable::defaultValue).orElse("");
    }
}
