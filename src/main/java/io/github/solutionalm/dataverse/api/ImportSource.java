package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.http.FileBody;
import io.github.solutionalm.dataverse.http.WebApiCall.Body;
import io.github.solutionalm.dataverse.http.WebApiCall.Json;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The source of an import's package: an upload that was staged before, or the import's own call
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/importsolutionasync).
 */
public sealed interface ImportSource {

    /** The body of the import's call: its parameters with the package. */
    Body with(ObjectNode parameters);

    /** The time that the call may take. */
    Duration time();

    /** The id under which the environment keeps the package; empty when it does not. */
    default String upload() {
        return "";
    }

    /**
     * A package that was uploaded before.
     *
     * @param upload id under which StageSolution keeps the package
     */
    record Staged(String upload) implements ImportSource {

        @Override
        public Body with(ObjectNode parameters) {
            parameters.putObject("SolutionParameters").put("StageSolutionUploadId", upload);
            return new Json(parameters);
        }

        @Override
        public Duration time() {
            return Duration.ofMinutes(2);
        }
    }

    /**
     * A package that is sent with the import's call.
     *
     * @param file the package, as a zip
     */
    record Inline(Path file) implements ImportSource {

        @Override
        public Body with(ObjectNode parameters) {
            return new FileBody("CustomizationFile", file, parameters);
        }

        @Override
        public Duration time() {
            return Duration.ofMinutes(20);
        }
    }
}
