package io.github.solutionalm.packaging;

import io.github.solutionalm.fuzz.GrownInput;

/** The JSON of a flow, as the file of a workflow and as the values of environment variables. */
public final class FlowFuzz {

    private static final String SECTION = "<Workflows><Workflow WorkflowId='{5d1c7a20-1111-4111-8111-000000000001}'"
            + " Name='A'><JsonFileName>/Workflows/a.json</JsonFileName><Category>5</Category></Workflow></Workflows>";

    private FlowFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] json = GrownInput.expand(input);
        Reading.of(PackageFixture.with(SECTION)
                .file("Workflows/a.json", json)
                .file("environment_variable_values.json", json));
    }
}
