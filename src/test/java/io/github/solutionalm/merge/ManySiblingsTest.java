package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.Effort;
import io.github.solutionalm.model.ComponentType;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Four times as many siblings take four times as much to merge, whatever a layer does with them. */
final class ManySiblingsTest {

    private static final int MANY = 4_000;

    private static final Map<String, IntFunction<Merging>> KINDS = Map.of(
            "cells that a difference removes",
            n -> Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", form(each(n, "<row><cell id='c%1$d'/></row>")))
                    .layer("Top", form(each(n, "<row><cell solutionaction='Removed' id='c%1$d'/></row>"))),
            "cells that a difference removes from the last to the first",
            n -> Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", form("<row>" + each(n, "<cell id='c%1$d'/>") + "</row>"))
                    .layer(
                            "Top",
                            form(IntStream.range(0, n)
                                    .mapToObj(i ->
                                            "<row><cell solutionaction='Removed' id='c%d'/></row>".formatted(n - 1 - i))
                                    .collect(Collectors.joining()))),
            "cells that a maker removes",
            n -> Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", form(each(n, "<row><cell id='c%1$d'/></row>")))
                    .layer("Active", form(""), form(each(n, "<row><cell id='c%1$d'/></row>"))),
            "cells that two differences add in the same places",
            n -> Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", form("<row><cell id='first'/></row>"))
                    .layer("Middle", form(each(n, added("m"))))
                    .layer("Top", form(each(n, added("t")))),
            "cells that move to another section",
            n -> Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", sections(each(n, "<row><cell id='c%1$d'/></row>"), ""))
                    .layer("Top", sections("", each(n, "<row><cell id='c%1$d'/></row>"))),
            "sections that a difference removes with what is in them",
            n -> Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", sections(each(n, "<row><cell id='c%1$d'/></row>"), ""))
                    .layer("Top", "<form><section solutionaction='Removed' id='one'/></form>"),
            "empty rows",
            n -> Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", form("<row><cell id='a'/></row>" + "<row/>".repeat(n)))
                    .layer("Top", form("<row><cell id='b'/></row>" + "<row/>".repeat(n))),
            "commands of a ribbon that the next version lacks",
            n -> Merging.of(ComponentType.RIBBON_CUSTOMIZATION)
                    .layer("Base", ribbon(each(n, "<CustomAction Id='c%1$d'/>")))
                    .layer("Active", ribbon(""), ribbon(each(n, "<CustomAction Id='c%1$d'/>"))));

    @TestFactory
    Stream<DynamicTest> fourTimesAsManyTakeFourTimesAsMuch() {
        return KINDS.entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> assertThat(Effort.ofFourTimesAsMuch(
                                MANY, n -> kind.getValue().apply(n).merged()))
                        .isLessThan(9)));
    }

    private static String form(String rows) {
        return "<form><section id='one'><rows>" + rows + "</rows></section></form>";
    }

    private static String sections(String one, String other) {
        return "<form><section id='one'><rows>" + one + "</rows></section><section id='two'><rows>" + other
                + "</rows></section></form>";
    }

    private static String added(String prefix) {
        return "<row><cell solutionaction='Added' ordinalvalue='1%1$04d' id='" + prefix + "%1$d'/></row>";
    }

    private static String ribbon(String actions) {
        return "<RibbonDiffXml><CustomActions>" + actions + "</CustomActions></RibbonDiffXml>";
    }

    private static String each(int n, String text) {
        return IntStream.range(0, n).mapToObj(i -> String.format(text, i)).collect(Collectors.joining());
    }
}
