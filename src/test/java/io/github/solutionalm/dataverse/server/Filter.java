package io.github.solutionalm.dataverse.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code $filter}: comparisons and text functions, joined by {@code and}, {@code or}, {@code not} and parentheses.
 * Texts compare in any case, as in the platform's database.
 */
final class Filter {

    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s(),']+)");

    private final Deque<String> tokens = new ArrayDeque<>();
    private final Columns columns;

    private Filter(String text, Columns columns) {
        this.columns = columns;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
    }

    static Predicate<Map<String, Object>> of(String text, Columns columns) throws ODataFault {
        Filter filter = new Filter(text, columns);
        Predicate<Map<String, Object>> condition = filter.or();
        if (!filter.tokens.isEmpty()) {
            throw ODataFault.badRequest(ODataFault.BAD_QUERY, "Syntax error at '" + filter.tokens.peek() + "'");
        }
        return condition;
    }

    private Predicate<Map<String, Object>> or() throws ODataFault {
        Predicate<Map<String, Object>> left = and();
        while (taken("or")) {
            left = left.or(and());
        }
        return left;
    }

    private Predicate<Map<String, Object>> and() throws ODataFault {
        Predicate<Map<String, Object>> left = term();
        while (taken("and")) {
            left = left.and(term());
        }
        return left;
    }

    private Predicate<Map<String, Object>> term() throws ODataFault {
        if (taken("not")) {
            return term().negate();
        }
        if (taken("(")) {
            Predicate<Map<String, Object>> inner = or();
            expect(")");
            return inner;
        }
        String word = next();
        if ("(".equals(tokens.peek())) {
            return function(word);
        }
        columns.check(word);
        return comparison(word, next(), next());
    }

    private Predicate<Map<String, Object>> function(String name) throws ODataFault {
        expect("(");
        String column = next();
        columns.check(column);
        expect(",");
        String part = String.valueOf(literal(next()).orElse("")).toLowerCase(Locale.ROOT);
        expect(")");
        return row -> {
            String text = String.valueOf(row.get(column)).toLowerCase(Locale.ROOT);
            return switch (name) {
                case "contains" -> text.contains(part);
                case "startswith" -> text.startsWith(part);
                case "endswith" -> text.endsWith(part);
                default -> false;
            };
        };
    }

    private static Predicate<Map<String, Object>> comparison(String column, String operator, String text)
            throws ODataFault {
        Object value = literal(text).orElse(null);
        return switch (operator) {
            case "eq" -> row -> same(row.get(column), value);
            case "ne" -> row -> !same(row.get(column), value);
            case "gt" -> row -> row.get(column) != null && order(row.get(column), value) > 0;
            case "ge" -> row -> row.get(column) != null && order(row.get(column), value) >= 0;
            case "lt" -> row -> row.get(column) != null && order(row.get(column), value) < 0;
            case "le" -> row -> row.get(column) != null && order(row.get(column), value) <= 0;
            default -> throw ODataFault.badRequest(ODataFault.BAD_QUERY, "Syntax error: unknown operator " + operator);
        };
    }

    private static boolean same(Object held, Object value) {
        return held == null || value == null ? held == value : order(held, value) == 0;
    }

    private static int order(Object held, Object value) {
        if (held instanceof Number number) {
            return Double.compare(number.doubleValue(), Double.parseDouble(String.valueOf(value)));
        }
        return String.valueOf(held).compareToIgnoreCase(String.valueOf(value));
    }

    private static Optional<Object> literal(String text) {
        if (text.equals("null")) {
            return Optional.empty();
        }
        return Optional.of(
                text.startsWith("'") ? text.substring(1, text.length() - 1).replace("''", "'") : text);
    }

    private boolean taken(String token) {
        if (token.equals(tokens.peek())) {
            tokens.remove();
            return true;
        }
        return false;
    }

    private void expect(String token) throws ODataFault {
        if (!taken(token)) {
            throw ODataFault.badRequest(
                    ODataFault.BAD_QUERY, "Syntax error: '" + token + "' expected, not '" + tokens.peek() + "'");
        }
    }

    private String next() throws ODataFault {
        if (tokens.isEmpty()) {
            throw ODataFault.badRequest(ODataFault.BAD_QUERY, "Syntax error: the filter ends too early");
        }
        return tokens.remove();
    }
}
