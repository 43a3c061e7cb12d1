package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.dataverse.server.Recorded;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentType;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Our log has the structure of one that a real environment gave out. */
class RecordedLogTest {

    private List<Workbook> recorded;
    private Workbook ours;

    @BeforeEach
    void readBoth() throws Exception {
        recorded = new ArrayList<>();
        for (Recorded log : Recorded.all().toList()) {
            recorded.add(Workbook.parse(Files.readAllBytes(log.file("import-log-formatted.xml"))));
        }
        ours = Workbook.logOf(ResultFixture.upgrade()
                .component(ComponentType.ENTITY, "contoso_order", "Order", Change.ADD, Status.SUCCESS)
                .build());
    }

    @Test
    void hasTheSameStyles() {
        same(log -> log.all("Styles").stream().map(RecordedLogTest::shape).toList());
    }

    @Test
    void hasTheSameWorksheets() {
        same(log ->
                log.all("Worksheet").stream().map(RecordedLogTest::attributes).toList());
        same(log ->
                log.all("WorksheetOptions").stream().map(RecordedLogTest::shape).toList());
        same(log ->
                log.all("ExcelWorkbook").stream().map(RecordedLogTest::shape).toList());
    }

    @Test
    void hasAsManyColumnsAndNoneIsNarrower() {
        for (String sheet : List.of("Solution", "Components")) {
            List<Double> our = widths(ours, sheet);
            for (Workbook log : recorded) {
                List<Double> theirs = widths(log, sheet);
                assertThat(our).hasSameSizeAs(theirs);
                assertThat(IntStream.range(0, our.size())).allMatch(i -> our.get(i) >= theirs.get(i));
            }
        }
    }

    private static List<Double> widths(Workbook log, String sheet) {
        return Workbook.elements(log.sheet(sheet), "Column").stream()
                .map(column -> Double.valueOf(column.getAttribute("ss:Width")))
                .toList();
    }

    @Test
    void hasTheSameRowLabelsOnTheFirstSheetAndThenNamesTheEnvironment() {
        begins(log -> log.texts("Solution").stream().map(row -> row.get(0)).toList());
        begins(log ->
                log.rows("Solution").stream().map(RecordedLogTest::attributes).toList());
        begins(log -> Workbook.elements(log.sheet("Solution"), "Cell").stream()
                .map(RecordedLogTest::attributes)
                .toList());
        begins(log -> Workbook.elements(log.sheet("Solution"), "Data").stream()
                .map(RecordedLogTest::attributes)
                .toList());
        assertThat(ours.solution()).containsEntry("Environment", "rehearsal");
    }

    private void begins(Function<Workbook, List<?>> aspect) {
        for (Workbook log : recorded) {
            assertThat(List.<Object>copyOf(aspect.apply(ours)))
                    .startsWith(aspect.apply(log).toArray());
        }
    }

    @Test
    void hasTheSameColumnTitlesOnTheSecondSheet() {
        same(log -> log.rows("Components").stream()
                .limit(2)
                .map(RecordedLogTest::shape)
                .toList());
        same(log -> log.texts("Components").get(0));
    }

    @Test
    void writesTheRowOfAnEntityInTheSameWay() {
        same(log -> log.rows("Components").stream()
                .filter(row -> row.getAttribute("type").equals("Entity"))
                .map(RecordedLogTest::shape)
                .toList());
    }

    private void same(Function<Workbook, ?> aspect) {
        for (Workbook log : recorded) {
            assertThat(aspect.apply(ours)).isEqualTo(aspect.apply(log));
        }
    }

    /** An element and those in it with their attributes. */
    private static List<String> shape(Element element) {
        return Workbook.elements(element, "*").stream()
                .map(child -> child.getTagName() + attributes(child))
                .toList();
    }

    private static List<String> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i).toString())
                .sorted()
                .toList();
    }
}
