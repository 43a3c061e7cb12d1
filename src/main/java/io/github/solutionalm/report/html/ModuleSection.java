package io.github.solutionalm.report.html;

import java.io.IOException;

/** A section of one of several modules or builds. */
record ModuleSection(String module, Section section) implements Section {

    @Override
    public String id() {
        return section.id();
    }

    @Override
    public String title() {
        return module + ": " + section.title();
    }

    @Override
    public Level level() {
        return section.level();
    }

    @Override
    public String sentence() {
        return section.sentence().isEmpty() ? "" : module + ": " + section.sentence();
    }

    @Override
    public void write(Markup page) throws IOException {
        section.write(page);
    }
}
