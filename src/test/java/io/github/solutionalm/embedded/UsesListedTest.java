package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentContent.Component;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listing of components says of each which others it uses. */
class UsesListedTest {

    @TempDir
    private Path folder;

    @Test
    void aViewUsesTheColumnsThatItShows() throws Exception {
        Rehearsal rehearsal = Rehearsal.in(folder);
        rehearsal.holding(managed("Orders", "1.0")
                .column("contoso_order", "contoso_total", "Total")
                .column("contoso_order", "contoso_notes", "Notes")
                .view("contoso_order", "all", "contoso_total")
                .zip(folder));

        assertThat(uses(rehearsal, ComponentType.SAVED_QUERY, id("all")))
                .contains(new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order.contoso_total"))
                .doesNotContain(new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order.contoso_notes"));
    }

    private static List<ComponentKey> uses(Rehearsal rehearsal, ComponentType type, String key) throws Exception {
        return rehearsal.component(type, key).map(Component::uses).orElseThrow();
    }
}
