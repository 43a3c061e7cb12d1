package io.github.solutionalm.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.solutionalm.model.MissingDependency.RequiredSolution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequiredSolutionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ContosoBase (1.0.0.0), ContosoBase, 1.0.0.0",
        "Contoso (old) (1.2), Contoso (old), 1.2",
        "Contoso (1.0.0.x), Contoso,",
        "Contoso (1.0) more, Contoso (1.0) more,",
        "Contoso (1.0)), Contoso (1.0)),",
        "Active, Active,",
        "'x (', 'x (',",
    })
    void aVersionStandsInBracketsAtTheEnd(String text, String name, String version) {
        RequiredSolution solution = RequiredSolution.of(text);

        assertEquals(name, solution.uniqueName());
        assertEquals(
                version == null ? "" : version,
                solution.version().map(Object::toString).orElse(""));
    }
}
