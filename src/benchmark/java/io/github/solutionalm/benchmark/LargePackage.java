package io.github.solutionalm.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a managed package whose {@code customizations.xml} has a given size: tables with columns, forms and views, with
 * labels in three languages, their relationships, option sets and scripts. The same size gives the same package.
 */
final class LargePackage {

    private static final int COLUMNS = 60;
    private static final int FORMS = 7;
    private static final int VIEWS = 8;
    private static final int SCRIPT = 40_000;

    private final PackageText text = new PackageText();
    private final ZipOutputStream zip;
    private final BufferedWriter out;
    private final Random random = new Random(1);
    private long written;
    private int tables;

    private LargePackage(ZipOutputStream zip) {
        this.zip = zip;
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Writes the package and gives its path. */
    static Path write(Path file, long size) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            new LargePackage(zip).write(size);
        }
        return file;
    }

    private void write(long size) throws IOException {
        entry("[Content_Types].xml");
        put(PackageText.CONTENT_TYPES);
        entry("customizations.xml");
        customizations(size);
        entry("solution.xml");
        put(text.manifest(tables));
        for (int table = 0; table < tables; table++) {
            entry("WebResources/" + PackageText.scriptFile(table));
            script();
        }
        out.flush();
    }

    private void customizations(long size) throws IOException {
        put(PackageText.BEGIN);
        put("  <Entities>\n");
        while (written < size * 99 / 100) {
            table(tables++);
        }
        put("  </Entities>\n  <EntityRelationships>\n");
        for (int table = 0; table < tables; table++) {
            put(text.relationship(table, "owner", "SystemUser"));
            put(text.relationship(table, "parent", PackageText.table(Math.max(0, table - 1))));
        }
        put("  </EntityRelationships>\n  <optionsets>\n");
        for (int table = 0; table < tables; table++) {
            put(text.optionSet(table));
        }
        put("  </optionsets>\n  <WebResources>\n");
        for (int table = 0; table < tables; table++) {
            put(text.script(table));
        }
        put("  </WebResources>\n");
        put(PackageText.END);
    }

    private void table(int table) throws IOException {
        put(text.beginTable(table));
        for (int column = 0; column < COLUMNS; column++) {
            put(text.column(table, column));
        }
        put(PackageText.BEGIN_FORMS);
        for (int form = 0; form < FORMS; form++) {
            put(text.form(table, form, COLUMNS));
        }
        put(PackageText.BEGIN_VIEWS);
        for (int view = 0; view < VIEWS; view++) {
            put(text.view(table, view, COLUMNS));
        }
        put(PackageText.END_TABLE);
    }

    /** A script of words, so that it deflates as scripts do. */
    private void script() throws IOException {
        StringBuilder script = new StringBuilder("\"use strict\";\n");
        while (script.length() < SCRIPT) {
            script.append("formContext.getAttribute(\"new_column")
                    .append(random.nextInt(COLUMNS))
                    .append("\").setValue(")
                    .append(random.nextInt())
                    .append(");\n");
        }
        put(script.toString());
    }

    private void entry(String name) throws IOException {
        out.flush();
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        written = 0;
    }

    private void put(String content) throws IOException {
        out.write(content);
        written += content.length();
    }
}
