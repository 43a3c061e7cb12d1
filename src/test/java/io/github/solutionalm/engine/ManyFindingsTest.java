package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.ManyFindings;
import io.github.solutionalm.model.SolutionPackage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A small package can give rise to hundreds of thousands of findings: a thousand are told, and how many more there are. */
class ManyFindingsTest {

    private static final int MANY = ManyFindings.TOLD + 500;

    private static List<Finding> refusal(SolutionPackage solution) {
        return catchThrowableOfType(
                        RefusalException.class,
                        () -> Planning.plan(
                                solution, ImportOptionsBuilder.options().build(), new FakeEnvironmentView()))
                .errors();
    }

    private static void tellsAThousand(List<Finding> findings) {
        assertThat(findings).hasSize(ManyFindings.TOLD + 1);
        Finding last = findings.get(ManyFindings.TOLD);
        assertThat(last.message()).startsWith("There are 500 more findings like these");
        assertThat(last.code()).isEqualTo(findings.get(0).code());
        assertThat(last.component()).isEmpty();
    }

    @Test
    void ofRootComponentsThatAreNowhere() {
        PackageFixture solution = managed("Orders", "1.0.0.0");
        for (int i = 0; i < MANY; i++) {
            solution.root(ComponentType.WEB_RESOURCE, "contoso_r" + i);
        }

        tellsAThousand(refusal(solution.build()));
    }

    @Test
    void ofWhatFlowsReferTo() throws RefusalException {
        Set<ComponentKey> references = new LinkedHashSet<>();
        for (int i = 0; i < MANY; i++) {
            references.add(key(ComponentType.CONNECTION_REFERENCE, "contoso_c" + i));
        }

        tellsAThousand(Planning.plan(
                        managed("Orders", "1.0.0.0")
                                .with(component(ComponentType.WORKFLOW, "flow", "x")
                                        .referringTo(references))
                                .build(),
                        ImportOptionsBuilder.options().build(),
                        new FakeEnvironmentView())
                .warnings());
    }

    @Test
    void ofWhatAnAppRefersTo() {
        Set<ComponentKey> references = new LinkedHashSet<>();
        for (int i = 0; i < MANY; i++) {
            references.add(key(ComponentType.WEB_RESOURCE, "contoso_w" + i));
        }

        tellsAThousand(refusal(managed("Orders", "1.0.0.0")
                .with(component(ComponentType.APP_MODULE, "contoso_app", "x").referringTo(references))
                .build()));
    }

    @Test
    void thoseThatAreNotToldAreNotMade() {
        ManyFindings findings = new ManyFindings();
        AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < MANY; i++) {
            findings.add(() -> Finding.withoutCode("Finding " + made.incrementAndGet()));
        }

        assertThat(made).hasValue(ManyFindings.TOLD);
        assertThat(findings.toList()).hasSize(ManyFindings.TOLD + 1);
    }

    @Test
    void aThousandAreToldAsTheyAre() {
        ManyFindings findings = new ManyFindings();
        for (int i = 0; i < ManyFindings.TOLD; i++) {
            findings.add(() -> Finding.withoutCode("Finding"));
        }

        assertThat(findings.toList()).hasSize(ManyFindings.TOLD);
    }
}
