package io.github.solutionalm.dataverse.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class MissingPartsTest {

    private static final String LIST = "<MissingDependencies><MissingDependency>"
            + "<Required type=\"1\" schemaName=\"contoso_a\" solution=\"Base (1.0)\" /><Dependent type=\"1\" schemaName=\"contoso_b\" />"
            + "</MissingDependency></MissingDependencies>";

    @Test
    void theListIsReadAndItsWordsGoWithIt() {
        String text = "The solution can't be imported. The missing dependencies are : " + LIST
                + " , ProductUpdatesOnly : False";

        assertEquals(1, MissingParts.inText(text).size());
        assertEquals("The solution can't be imported.", MissingParts.withoutList(text));
    }

    @Test
    void whatStandsAroundTheListStays() {
        assertEquals("Before:after", MissingParts.withoutList("Before: " + LIST + " after"));
        assertEquals("Before", MissingParts.withoutList(" Before "));
        assertEquals("<MissingDependenciesX>", MissingParts.withoutList("<MissingDependenciesX>"));
    }

    @Test
    void aListWithoutNamesGivesWayToTheOneInTheText() throws Exception {
        String answer = "{\"StageSolutionResults\":{\"StageSolutionStatus\":\"Failed\",\"MissingDependencies\":[{}],"
                + "\"SolutionValidationResults\":[{\"SolutionValidationResultType\":\"Error\",\"Message\":"
                + new ObjectMapper().writeValueAsString("Missing: " + LIST) + "}]}}";

        StagedPackage staged = StagedPackage.of(new ObjectMapper().readTree(answer));

        assertEquals(MissingParts.inText(LIST), staged.missing());
    }

    /** No list that never ends, and none of blanks, takes longer than it is long. */
    @Test
    void aListThatDoesNotEndIsNone() {
        String endless = "<MissingDependencies ".repeat(100_000) + " ".repeat(100_000) + "x";

        assertEquals(0, MissingParts.inText(endless).size());
        assertEquals(endless, MissingParts.withoutList(endless));
    }
}
