package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns that a Power Fx formula column names: {@code Formulas/contoso_order-contoso_total.yaml}, or a file for a table
 * with an entry for each of its formula columns
 * (https://learn.microsoft.com/power-apps/maker/data-platform/formula-columns).
 */
final class FormulaReferences {

    private static final String FOLDER = "formulas/";

    /** An entry begins in the first column: {@code contoso_total: =contoso_price * contoso_amount}, or {@code : |-}. */
    private static final Pattern ENTRY = Pattern.compile("(?m)^(\\w+):");

    /** Columns of the table itself: what stands behind a dot is another's, what is quoted may be a choice's. */
    private static final Pattern COLUMN = Pattern.compile("(?<![.'\\w])([A-Za-z][A-Za-z0-9]{1,7}_\\w++)(?![('])");

    /** A text in the formula; one that begins with an equals sign is the formula itself, in quotes. */
    private static final Pattern TEXT = Pattern.compile("\"(?!=)[^\"\\n]*\"");

    private FormulaReferences() {}

    /** Whether a file is one of formulas. */
    static boolean isIn(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.startsWith(FOLDER) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    /**
     * The columns that the formula of a column names.
     *
     * @param column {@code table.column}
     */
    static Set<ComponentKey> of(String column, byte[] yaml) {
        String text = new String(yaml, StandardCharsets.UTF_8);
        String table = column.substring(0, Math.max(0, column.indexOf('.')));
        Set<ComponentKey> keys = new LinkedHashSet<>();
        String formula = formula(text, column.substring(column.indexOf('.') + 1));
        Matcher named = COLUMN.matcher(TEXT.matcher(formula).replaceAll("\"\""));
        while (named.find()) {
            keys.add(new ComponentKey(ComponentType.ATTRIBUTE, table + "." + named.group(1)));
        }
        return keys;
    }

    /** The entry of the column; all of the text where there is none. */
    private static String formula(String text, String column) {
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            if (entry.group(1).equalsIgnoreCase(column)) {
                int from = entry.end();
                return text.substring(from, entry.find() ? entry.start() : text.length());
            }
        }
        return text;
    }
}
