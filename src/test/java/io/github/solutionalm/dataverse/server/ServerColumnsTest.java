package io.github.solutionalm.dataverse.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.contract.Contract.Member;
import io.github.solutionalm.dataverse.contract.Contracts;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test server has no call, no table and no column that no contract states, whether a test asks for it or not. */
class ServerColumnsTest {

    @TempDir
    private Path folder;

    @Test
    void allStandInAContract() throws Exception {
        ServerSettings settings = ServerSettings.in(folder);
        try (Organization organization = Organization.in(folder.resolve("environment.db"), settings.clock())) {
            Operations operations = new Operations(settings.clock(), Runnable::run);
            Uploads uploads = new Uploads(folder.resolve("uploads"));
            List<Call> calls =
                    new Calls(settings, organization, operations, uploads).all(new ComponentRows(organization));

            assertThat(calls)
                    .allSatisfy(call -> assertThat(Contracts.of(call.name()).calls())
                            .anyMatch(stated -> (stated + "/").startsWith(call.method() + " " + call.name() + "/")));
            for (Call call : calls) {
                if (call instanceof TableCall table) {
                    Set<String> stated = Contracts.of(call.name())
                            .inAnswers()
                            .map(Member::path)
                            .collect(Collectors.toSet());
                    assertThat(stated).as(call.name()).containsAll(table.columns());
                }
            }
        }
    }
}
