package io.github.solutionalm.dataverse.contract;

import io.github.solutionalm.dataverse.contract.Contract.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page for people, {@code docs/web-api.md}, made of the contracts. {@link #main} writes it. */
final class WebApiPage {

    static final Path FILE = Path.of("docs/web-api.md");

    private static final String HEAD =
            """
            # What we ask of the Web API

            You want to know what the plugin asks of a Dataverse environment. This page lists every call, what it is for,
            and how sure we are that the platform has what we send and read. `WebApiPage` writes it from the contracts in
            `src/test/resources/contracts`, which name for each member its type and who states it; a test compares.

            A statement is one member that is sent or read, one form of a query, or one value that means something.
            It is *confirmed* when the reference of the platform, a public recording of a real environment or a public
            client that is known to work states it. In the tests the server and the client may use only members that a
            contract states.

            | Call | What for | Described at | How sure |
            |---|---|---|---|
            """;

    private static final String UNCONFIRMED =
            """

            ## Not confirmed

            What no public source states, or none that we found. Whoever has an environment at hand can help by looking.

            | Call | What | Where we looked |
            |---|---|---|
            """;

    private WebApiPage() {}

    static String of(List<Contract> contracts) {
        StringBuilder page = new StringBuilder(HEAD);
        StringBuilder unconfirmed = new StringBuilder(UNCONFIRMED);
        for (Contract contract : contracts) {
            page.append(row(
                    String.join("<br>", contract.calls()),
                    contract.purpose(),
                    "[" + title(contract) + "](" + contract.page() + ")",
                    sure(contract.statements().toList())));
            open(contract)
                    .forEach((lookedFor, what) ->
                            unconfirmed.append(row(contract.name(), String.join(", ", what), lookedFor)));
        }
        return page.append(unconfirmed).toString();
    }

    /** What has no source, by where it was looked for. */
    private static Map<String, Set<String>> open(Contract contract) {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        contract.statements().forEach(statement -> statement.lookedFor().ifPresent(lookedFor -> open.computeIfAbsent(
                        lookedFor, text -> new LinkedHashSet<>())
                .add("`" + statement.text() + "`")));
        return open;
    }

    private static String title(Contract contract) {
        String[] parts = contract.page().split("[?#]")[0].split("/");
        return parts[parts.length - 1];
    }

    private static String sure(List<Statement> statements) {
        if (statements.isEmpty()) {
            return "nothing is sent or read";
        }
        long sure = statements.stream()
                .filter(statement -> statement.source().isPresent())
                .count();
        return (sure == statements.size() ? "all of " + sure : sure + " of " + statements.size()) + " confirmed";
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        return row.append('\n').toString();
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, of(Contracts.all()));
    }
}
