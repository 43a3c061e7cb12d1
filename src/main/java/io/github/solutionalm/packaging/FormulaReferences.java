package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns that a Power Fx formula column refers to: {@code Formulas/contoso_order-contoso_total.yaml}, or a file
 * for a table with an entry for each of its formula columns
 * (https://learn.microsoft.com/power-apps/maker/data-platform/formula-columns).
 */
final class FormulaReferences {

    private static final String FOLDER = "formulas/";

    /** An entry begins in the first column: {@code contoso_total: =contoso_price * contoso_amount}, or {@code : |-}. */
    private static final Pattern ENTRY = Pattern.compile("(?m)^(\\w+):");

    /** Columns of the table itself: what is behind a dot is another's, what is quoted may be a choice's. */
    private static final Pattern COLUMN = Pattern.compile("(?<![.'\\w])([A-Za-z][A-Za-z0-9]{1,7}_\\w++)(?![('])");

    /** A text in the formula; one that begins with an equals sign is the formula itself, in quotes. */
    private static final Pattern TEXT = Pattern.compile("\"(?!=)[^\"\\n]*\"");

    /** The columns that the formula of each entry names, by name of the entry in lower case; of two equal names the first. */
    private final Map<String, Set<String>> byEntry = new HashMap<>();
    /** The columns of the whole text, for a column that has no entry. */
    private final Set<String> all;

    private FormulaReferences(String text) {
        all = columns(text);
        Matcher entry = ENTRY.matcher(text);
        boolean found = entry.find();
        while (found) {
            String column = entry.group(1).toLowerCase(Locale.ROOT);
            int from = entry.end();
            found = entry.find();
            byEntry.putIfAbsent(column, columns(text.substring(from, found ? entry.start() : text.length())));
        }
    }

    /** Whether a file is one of formulas. */
    static boolean isIn(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.startsWith(FOLDER) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    /** Reads a file of formulas: once, for any number of columns. */
    static FormulaReferences in(byte[] yaml) {
        return new FormulaReferences(new String(yaml, StandardCharsets.UTF_8));
    }

    /**
     * The columns that the formula of a column names.
     *
     * @param column {@code table.column}
     */
    Set<ComponentKey> of(String column) {
        String table = column.substring(0, Math.max(0, column.indexOf('.')));
        String name = column.substring(column.indexOf('.') + 1).toLowerCase(Locale.ROOT);
        Set<ComponentKey> keys = new LinkedHashSet<>();
        byEntry.getOrDefault(name, all)
                .forEach(named -> keys.add(new ComponentKey(ComponentType.ATTRIBUTE, table + "." + named)));
        return keys;
    }

    private static Set<String> columns(String formula) {
        Set<String> columns = new LinkedHashSet<>();
        Matcher named = COLUMN.matcher(TEXT.matcher(formula).replaceAll("\"\""));
        while (named.find()) {
            columns.add(named.group(1));
        }
        return columns;
    }
}
