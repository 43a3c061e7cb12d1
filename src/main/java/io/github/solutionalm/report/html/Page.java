package io.github.solutionalm.report.html;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The page around its sections: the verdict, then where to look, then the sections. */
final class Page {

    private final List<Section> sections;

    Page(List<Section> sections) {
        this.sections = List.copyOf(sections);
    }

    void write(Markup page) throws IOException {
        Asset style = Asset.named("report.css");
        Asset script = Asset.named("report.js");
        page.open("html", "lang", "en", "class", "plain").open("head");
        page.open("meta", "charset", "utf-8");
        page.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src " + style.source() + "; script-src " + script.source()
                        + "; base-uri 'none'; form-action 'none'");
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.open("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", Verdict.of(sections).title() + " – solution report");
        page.asset("style", style).close();
        page.open("body");
        header(page);
        page.open("main");
        for (Section section : sections) {
            section(section, page);
        }
        page.close();
        page.open("footer")
                .element("p", "Made by solution-maven-plugin from the JSON files of the build. Times are UTC.")
                .close();
        page.asset("script", script);
        page.close().close();
    }

    private void header(Markup page) throws IOException {
        Verdict verdict = Verdict.of(sections);
        page.open("header", "class", verdict.level().style());
        page.element("p", "Solution report", "class", "product");
        page.element("h1", verdict.title());
        List<Section> said = sections.stream()
                .filter(section -> section.level().compareTo(Level.LOOK) >= 0)
                .filter(section -> !section.sentence().isEmpty())
                .sorted(Comparator.comparing(Section::level).reversed())
                .toList();
        if (!said.isEmpty()) {
            page.open("ul", "class", "verdict");
            for (Section section : said) {
                page.open("li", "class", section.level().style());
                page.element("span", section.level().word(), "class", "badge");
                page.text(" ").link(section.id(), section.sentence());
                page.close();
            }
            page.close();
        }
        page.close();
        contents(page);
    }

    private void contents(Markup page) throws IOException {
        if (sections.size() < 2) {
            return;
        }
        page.open("nav", "aria-label", "Sections").open("ul");
        for (Section section : sections) {
            page.open("li", "class", section.level().style());
            page.link(section.id(), section.title());
            page.close();
        }
        page.close().close();
    }

    private void section(Section section, Markup page) throws IOException {
        page.open("section", "id", section.id(), "class", section.level().style());
        page.open("h2").element("bdi", section.title());
        if (section.level() != Level.PLAIN) {
            page.text(" ").element("span", section.level().word(), "class", "badge");
        }
        page.close();
        section.write(page);
        page.close();
    }
}
