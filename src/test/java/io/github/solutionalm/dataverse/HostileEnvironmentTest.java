package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.MissingParts;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is answered with 200 in place of what was asked for, by whoever stands between, and from whichever request on:
 * each operation ends soon and in words, and says that it succeeded only where it did.
 */
class HostileEnvironmentTest extends AgainstContoso {

    /** Requests of any operation here, each made twice at most, and looks at a job until the time is over. */
    private static final int MOST_REQUESTS = 3_000;

    private static final List<String> ANSWERS = List.of(
            "",
            "{}",
            "[]",
            "null",
            "true",
            "\uFEFF[]",
            "<html><title>Sign in</title></html>",
            "{\"value\":null}",
            "{\"value\":{}}",
            "{\"value\":[null]}",
            "{\"value\":[{}]}",
            "{\"value\":[[[]]]}",
            "{\"value\":[{\"uniquename\":1,\"solutionid\":2,\"version\":3}]}",
            "{\"value\":[],\"@odata.nextLink\":\"solutions\"}",
            "{\"value\":[],\"@odata.nextLink\":17}",
            "{\"value\":[],\"@odata.nextLink\":\"http://[\"}",
            "{\"error\":{\"code\":\"0x80040220\",\"message\":\"refused, with 200\"}}",
            "{\"UserId\":1,\"Version\":[],\"AsyncOperationId\":{},\"StageSolutionResults\":[],"
                    + "\"SolutionOperationResult\":{}}",
            "{\"UserId\":\"\",\"Version\":\"9.2.x\",\"AsyncOperationId\":\"x\",\"StageSolutionResults\":{},"
                    + "\"SolutionOperationResult\":{\"Status\":7}}",
            "{\"statecode\":\"3\",\"statuscode\":\"30\",\"asyncoperationid\":\"00000000-0000-0000-0000-000000000000\","
                    + "\"progress\":\"much\",\"completedon\":17}",
            "{\"statecode\":99999999999999999999,\"statuscode\":1e999,\"asyncoperationid\":null}",
            "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}",
            "{\"a\":" + "[".repeat(100_000),
            "{\"value\":[" + "{},".repeat(6_000) + "{}]}",
            "{\"a\":1}{\"b\":2}");

    /** Each answer from some request on, so that all calls come up. */
    private static Stream<Arguments> answers() {
        return IntStream.range(0, ANSWERS.size()).mapToObj(i -> Arguments.of(i, i % 9, ANSWERS.get(i)));
    }

    private void says(int from, String answer) {
        contoso.script().on("*").skip(from).always().say(200, "application/json", answer);
    }

    private void endsInWords(Throwable e) {
        if (e != null) {
            assertThat(e).isInstanceOf(SolutionException.class);
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(8_000).doesNotContain("Exception");
        }
        assertThat(contoso.server.requests()).hasSizeLessThan(MOST_REQUESTS);
    }

    @ParameterizedTest(name = "{0} from request {1} on")
    @MethodSource("answers")
    void aListing(int number, int from, String answer) {
        says(from % 3, answer);

        SolutionException e = catchThrowableOfType(
                SolutionException.class, () -> contoso.environment().list(true));

        assertThat(e).hasMessageContaining("Tried to read");
        endsInWords(e);
    }

    @ParameterizedTest(name = "{0} from request {1} on")
    @MethodSource("answers")
    void anImport(int number, int from, String answer) throws Exception {
        says(from, answer);

        Throwable e = catchThrowable(() -> {
            ImportResult result = contoso.imports("ContosoBase_1_0_0_0_managed", ImportOptions.defaults());
            if (result.outcome() == Outcome.INSTALLED) {
                assertThat(contoso.server.installed()).contains("ContosoBase 1.0.0.0");
            }
        });

        endsInWords(e);
    }

    @ParameterizedTest(name = "{0} from request {1} on")
    @MethodSource("answers")
    void aPlan(int number, int from, String answer) throws Exception {
        holdsOrders();
        says(from * 2, answer);

        endsInWords(catchThrowable(this::plansTheNextVersion));
    }

    private static Stream<Arguments> oddRows() {
        String solution = "{\"solutionid\":\"%s\",\"uniquename\":\"%s\",\"version\":\"%s\",\"ismanaged\":true"
                + ",\"publisherid\":%s,\"_parentsolutionid_value\":%s}";
        String id = "5a0c2c1e-52c7-4c0e-8d3a-2f6c1c7f30";
        String name = "{\"msdyn_objectid\":\"" + id + "01\",\"msdyn_componenttype\":%s,\"msdyn_name\":\"%s\""
                + ",\"msdyn_schemaname\":\"%s\",\"msdyn_primaryentityname\":\"%s\"}";
        String layer = "{\"msdyn_solutionname\":\"%s\",\"msdyn_order\":%s}";
        String use = "{\"dependentcomponentobjectid\":\"%s\",\"dependentcomponenttype\":%s}";
        return Stream.of(
                Arguments.of("solutions", solution.formatted(id + "01", "Orders", "1.0", "null", "null")),
                Arguments.of("solutions", solution.formatted(id + "01", "", "", "{}", "null")),
                Arguments.of(
                        "solutions",
                        solution.formatted(id + "01", "ContosoOrders", "x", "{}", "\"" + id + "01\"") + ","
                                + solution.formatted(id + "01", "contosoorders", "1.0", "null", "null")),
                Arguments.of(
                        "solutions",
                        solution.formatted(id + "01", "A", "1.0", "{}", "\"" + id + "02\"") + ","
                                + solution.formatted(id + "02", "A_Upgrade", "1.0", "{}", "\"" + id + "01\"")),
                Arguments.of("solutions", solution.formatted(id + "01", "System", "1.0", "{}", "null")),
                Arguments.of(
                        "solutions", solution.formatted(id + "01", "a\\nb" + "c".repeat(9_000), "1", "{}", "null")),
                Arguments.of(
                        "solutioncomponents",
                        "{\"componenttype\":-5,\"objectid\":\"x\",\"_solutionid_value\":\"y\",\"rootcomponentbehavior\":99}"),
                Arguments.of(
                        "solutioncomponents",
                        "{\"componenttype\":1,\"objectid\":null,\"_solutionid_value\":null,\"rootcomponentbehavior\":\"1\"}"),
                Arguments.of("msdyn_solutioncomponentsummaries", name.formatted("1e300", "", "", "")),
                Arguments.of("msdyn_solutioncomponentsummaries", name.formatted("-1", "a\\u0000b", " ", ".")),
                Arguments.of("msdyn_solutioncomponentsummaries", name.formatted("2", "", "..", "contoso_order")),
                Arguments.of("msdyn_solutioncomponentsummaries", name.formatted("61", "x".repeat(70_000), "", "")),
                Arguments.of("msdyn_componentlayers", layer.formatted("", "1")),
                Arguments.of(
                        "msdyn_componentlayers",
                        layer.formatted("ACTIVE", "1") + "," + layer.formatted("active", "1") + ","
                                + layer.formatted("contosoorders", "-9") + "," + layer.formatted("ContosoOrders", "4")),
                Arguments.of("RetrieveDependenciesForDelete", use.formatted("x", "-7")),
                Arguments.of(
                        "RetrieveDependenciesForDelete",
                        use.formatted(id + "01", "2") + "," + use.formatted(id + "01", "2147483647")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("oddRows")
    void aPlanOfOddRows(String call, String rows) throws Exception {
        holdsOrders();
        contoso.script().on(call).always().say(200, "application/json", "{\"value\":[" + rows + "]}");

        endsInWords(catchThrowable(this::plansTheNextVersion));
    }

    private void holdsOrders() throws Exception {
        EmbeddedContents.put(
                contoso.server.environment(),
                contoso.clock,
                Action.STAGE,
                contoso.zip("ContosoBase_1_0_0_0_managed"),
                contoso.zip("ContosoOrders_1_0_0_0_managed"));
    }

    private void plansTheNextVersion() throws Exception {
        contoso.environment()
                .plan(
                        List.of(Contoso.importing(
                                contoso.zip("ContosoOrders_2_0_0_0_managed"), ImportOptions.defaults())),
                        ImportListener.NONE);
    }

    @ParameterizedTest(name = "{0} from request {1} on")
    @MethodSource("answers")
    void aPublication(int number, int from, String answer) {
        says(from % 3, answer);

        endsInWords(catchThrowable(
                () -> contoso.environment().publish(new PublishRequest(Duration.ZERO), ImportListener.NONE)));
    }

    @ParameterizedTest(name = "{0} from request {1} on")
    @MethodSource("answers")
    void anUpgradeThatIsApplied(int number, int from, String answer) throws Exception {
        EmbeddedContents.put(
                contoso.server.environment(),
                contoso.clock,
                Action.STAGE,
                contoso.zip("ContosoBase_1_0_0_0_managed"),
                contoso.zip("ContosoOrders_1_0_0_0_managed"),
                contoso.zip("ContosoOrders_2_0_0_0_managed"));
        says(from, answer);

        Throwable e = catchThrowable(() -> {
            ImportResult result = contoso.applies("ContosoOrders", ImportOptions.defaults());
            if (result.outcome() == Outcome.UPGRADED) {
                assertThat(contoso.server.installed()).contains("ContosoOrders 2.0.0.0");
            }
        });

        endsInWords(e);
    }

    @Test
    void aTextOfBlanksAloneDoesNotHoldUpWhoLooksForAListInIt() {
        String blanks = " \n".repeat(200_000);

        assertThat(MissingParts.withoutList("a" + blanks + "b")).hasSize(2 + blanks.length());
        assertThat(MissingParts.inText("<MissingDependencies".repeat(20_000))).isEmpty();
        assertThat(MissingParts.withoutList(
                        "Fails. The missing dependencies are : <MissingDependencies></MissingDependencies>"
                                + " , ProductUpdatesOnly : False"))
                .isEqualTo("Fails.");
    }
}
