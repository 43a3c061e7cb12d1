package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.Fragments.column;
import static io.github.solutionalm.embedded.Fragments.relationship;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.Fragments.table;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.ComponentType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lookup points to the tables of its relationships, and can't lose one of them. */
class TargetsOfLookupsTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void thatPointsToTwoTables() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(orders("1.0.0.0", column("contoso_party", "lookup"), "account", "contact"));
    }

    @Test
    void oneOfThemCanNotGo() throws Exception {
        ImportResult result = rehearsal.imports(orders("2.0.0.0", column("contoso_party", "lookup"), "account"));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).singleElement().satisfies(error -> assertThat(error.message())
                .startsWith("The lookup column Attribute contoso_order.contoso_party stays in the package, but its"
                        + " relationship contoso_contact to another table is gone"));
    }

    @Test
    void moreMayCome() throws Exception {
        Path next = orders("2.0.0.0", column("contoso_party", "lookup"), "account", "contact", "systemuser");

        assertThat(rehearsal.imports(next).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void theyGoWithTheColumn() throws Exception {
        Path next = orders("2.0.0.0", column("contoso_total", "int"));

        assertThat(rehearsal.imports(next).outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.component(ComponentType.ENTITY_RELATIONSHIP, "contoso_contact"))
                .isEmpty();
    }

    private Path orders(String version, String column, String... targets) throws Exception {
        StringBuilder relationships = new StringBuilder();
        for (String target : targets) {
            relationships.append(relationship(
                    "contoso_" + target,
                    says("EntityRelationshipType", "OneToMany"),
                    says("ReferencingEntityName", "contoso_order"),
                    says("ReferencedEntityName", target),
                    says("ReferencingAttributeName", "contoso_party")));
        }
        return managed("Orders", version)
                .section("Entities", table("contoso_order", "", column))
                .section("EntityRelationships", relationships.toString())
                .zip(folder);
    }
}
