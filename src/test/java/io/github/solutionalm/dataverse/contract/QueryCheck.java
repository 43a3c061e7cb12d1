package io.github.solutionalm.dataverse.contract;

import io.github.solutionalm.dataverse.contract.Contract.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds the options of a query against what is stated of them. */
final class QueryCheck {

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern GUID = Pattern.compile("\\b\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");
    private static final Pattern TIME = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern NUMBER = Pattern.compile("(\\w+)( (?:eq|ne|gt|ge|lt|le) )(\\d+)\\b");
    private static final Pattern COMPARED = Pattern.compile("(\\w+) (?:eq|ne) (?:'((?:[^']|'')*)'|(\\d+)\\b)");
    private static final Pattern REPEATED = Pattern.compile("(\\w+ eq (?:<guid>|<number>|'…'))(?: or \\1)+");
    private static final Pattern NAMED = Pattern.compile("\\b(name|alias|attribute|value)=\"[^\"]*\"");
    private static final Pattern COUNTED = Pattern.compile("(<attribute [^>]* aggregate=[^>]*/>)(?:\\1)*");
    private static final Pattern EXPANDED = Pattern.compile("(\\w+)\\((.*)\\)");

    private final Contract contract;
    private final List<String> problems = new ArrayList<>();

    private QueryCheck(Contract contract) {
        this.contract = contract;
    }

    /** What is wrong with the options of a request, which come decoded and by name. */
    static List<String> of(Contract contract, Map<String, String> options) {
        QueryCheck check = new QueryCheck(contract);
        options.forEach((option, value) -> {
            // A link to the next page is the platform's own.
            if (!option.equals("$skiptoken")) {
                check.option(option, value);
            }
        });
        return check.problems;
    }

    private void option(String option, String value) {
        String form = form(option, value);
        boolean stated = contract.query().stream()
                .anyMatch(query -> query.option().equals(option) && query.form().equals(form));
        if (!stated) {
            problems.add("The request of " + contract.name() + " asks " + option + "=" + form
                    + ", which its contract does not state (src/test/resources/contracts/" + contract.name()
                    + ".json)");
        }
        switch (option) {
            case "$select" -> columns("", value);
            case "$expand" -> expanded(value);
            case "$filter" -> values(value);
            default -> {
                // The form says it all.
            }
        }
    }

    private String form(String option, String value) {
        return switch (option) {
            case "$select" -> "<columns>";
            case "$expand" -> value.replaceAll("\\(.*\\)", "(…)");
            case "$top" -> "<number>";
            case "$filter" -> filter(value);
            case "fetchXml" ->
                COUNTED.matcher(NAMED.matcher(value).replaceAll("$1=\"…\"")).replaceAll("$1…");
            default -> value;
        };
    }

    private String filter(String value) {
        String text = TEXT.matcher(value).replaceAll("'…'");
        text = GUID.matcher(text).replaceAll("<guid>");
        text = TIME.matcher(text).replaceAll("<time>");
        text = NUMBER.matcher(text).replaceAll(this::number);
        return REPEATED.matcher(text).replaceAll("$1 or …");
    }

    /** A number that means something is part of the form. */
    private String number(MatchResult compared) {
        boolean meant = contract.valuesOf(compared.group(1)).contains(compared.group(3));
        return Matcher.quoteReplacement(
                compared.group(1) + compared.group(2) + (meant ? compared.group(3) : "<number>"));
    }

    private void columns(String within, String list) {
        Set<String> read = contract.reads().stream().map(Member::path).collect(Collectors.toSet());
        for (String column : list.split(",")) {
            if (!read.contains(within + column)) {
                problems.add("The request of " + contract.name() + " selects " + within + column
                        + ", which its contract does not state among what is read");
            }
        }
    }

    private void expanded(String value) {
        Matcher matcher = EXPANDED.matcher(value);
        if (!matcher.matches()) {
            return;
        }
        String name = matcher.group(1);
        boolean many =
                contract.reads().stream().anyMatch(member -> member.path().startsWith(name + "[]."));
        for (String option : matcher.group(2).split(";")) {
            if (option.startsWith("$select=")) {
                columns(name + (many ? "[]." : "."), option.substring("$select=".length()));
            }
        }
    }

    private void values(String filter) {
        Map<String, String> unknown = new LinkedHashMap<>();
        Matcher matcher = COMPARED.matcher(filter);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            List<String> known = contract.valuesOf(matcher.group(1));
            if (!known.isEmpty() && !known.contains(value)) {
                unknown.put(matcher.group(1), value);
            }
        }
        unknown.forEach((member, value) -> problems.add("The request of " + contract.name() + " filters for " + member
                + " " + value + ", which its contract does not state"));
    }
}
