package io.github.solutionalm.dataverse.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sends, answers or reads what no contract states is found out. */
class ContractWatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContractWatch watch = new ContractWatch();

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void lacksNothingInWhatIsStated() throws Exception {
        watch.sent("DeleteAndPromoteAsync", json("{'UniqueName':'x'}"));
        watch.asked("importjobs", Map.of("$select", "progress,completedon"));
        watch.answered("WhoAmI", json("{'@odata.context':'c','UserId':'11111111-2222-3333-4444-555555555555'}"));
        watch.answered("solutions", json("{'value':[{'uniquename':'x','installedon':null}]}"));

        assertThat(watch.problems()).isEmpty();
        watch.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StageSolution | {'StageSolutionResults':{'Verdict':'x'}} | StageSolutionResults.Verdict",
                "StageSolution | {'StageSolutionResults':{'MissingDependencies':[{'RequiredComponent':{'Type':'1'}}]}}"
                        + " | StageSolutionResults.MissingDependencies[].RequiredComponent,",
                "StageSolution | {'StageSolutionResults':{'StageSolutionUploadId':'none'}} | stated to be Edm.Guid",
                "solutions | {'value':[{'uniquename':null}]} | uniquename = null",
                "solutions | {'value':[],'@odata.total':1} | @odata.total",
                "solutions | {'holding':true} | holding",
                "Nothing | {} | There is no contract of Nothing",
            })
    void findsWhatAServerAnswers(String call, String answer, String problem) throws Exception {
        watch.answered(call, json(answer));

        assertThat(watch.problems()).singleElement().asString().contains(problem);
        assertThatThrownBy(watch::close).isInstanceOf(AssertionError.class).hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DeleteAndPromoteAsync | {'SolutionName':'x'} | SolutionName",
                "ImportSolutionAsync | {'PublishWorkflows':'yes'} | stated to be Edm.Boolean",
                "ImportSolutionAsync | {'ComponentParameters':[{'@odata.type':'Microsoft.Dynamics.CRM.flow'}]}"
                        + " | none of [Microsoft.Dynamics.CRM.connectionreference",
            })
    void findsWhatAClientSends(String call, String body, String problem) throws Exception {
        watch.sent(call, json(body));

        assertThat(watch.problems()).singleElement().asString().contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "importjobs | $select | progress,result | selects result",
                "solutions | $expand | publisherid($select=uniquename,taxnumber) | selects publisherid.taxnumber",
                "solutions | $filter | uniquename eq 'x' | $filter=uniquename eq '…'",
                "asyncoperations | $filter | messagename eq 'CloneAsPatch' and createdon ge 2026-01-01T00:00:00Z"
                        + " | filters for messagename CloneAsPatch",
                "msdyn_componentlayers | $filter | msdyn_solutionname eq 'Active' | $filter=msdyn_solutionname eq '…'",
                "msdyn_componentlayers | $top | 3 | $top=<number>",
            })
    void findsWhatAClientAsks(String call, String option, String value, String problem) {
        watch.asked(call, Map.of(option, value));

        assertThat(watch.problems()).singleElement().asString().contains(problem);
    }

    @Test
    void knowsAQueryWhateverItsValuesAndHoweverManyThereAre() {
        String id = "11111111-2222-3333-4444-555555555555";
        watch.asked(
                "solutioncomponents",
                Map.of("$filter", "objectid eq " + id + " or objectid eq " + id + " or objectid eq " + id));
        watch.asked("solutioncomponents", Map.of("$filter", "objectid eq " + id, "$skiptoken", "17"));
        watch.asked(
                "solutioncomponents",
                Map.of(
                        "$filter",
                        "_solutionid_value eq " + id + " and componenttype eq 1 and rootcomponentbehavior ne 0"));

        assertThat(watch.problems()).isEmpty();
    }

    @Test
    void findsWhatAClientReads() throws Exception {
        JsonNode page = json("{'value':[{'uniquename':'x','publisherid':{'uniquename':'y'}}]}");
        watch.mark("solutions", page);
        JsonNode row = page.path("value").get(0);
        String ofRow = row.path(ContractWatch.MARK).asText();
        String ofPublisher = row.path("publisherid").path(ContractWatch.MARK).asText();

        ContractWatch.read(ofRow, "uniquename");
        ContractWatch.read(ofPublisher, "uniquename");
        assertThat(watch.problems()).isEmpty();

        ContractWatch.read(ofPublisher, "emailaddress");
        assertThat(watch.problems()).singleElement().asString().contains("reads publisherid.emailaddress");
    }
}
