package io.github.solutionalm.dataverse.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is sent to one call or table of the Web API and what is read of its answer, member by member, each with who states it.
 * Members of a table are its columns; a member inside another is {@code outer.inner}, one of each entry of a list
 * {@code list[].inner}.
 *
 * @param name of the call, as it stands in the path
 * @param calls method and name, as far as they are used
 * @param purpose what it is for, in words
 * @param page where the platform describes it
 * @param sources by their short names: a URL, or a public repository and a file in it
 * @param sends what the client sends
 * @param accepts what it might send beyond
 * @param query the options that the client asks with
 * @param reads what the client reads
 * @param answers what an answer may hold beyond
 * @param values the values that the client compares with
 */
public record Contract(
        String name,
        List<String> calls,
        String purpose,
        String page,
        Map<String, String> sources,
        List<Member> sends,
        List<Member> accepts,
        List<Query> query,
        List<Member> reads,
        List<Member> answers,
        List<Value> values) {

    /** Who states something. */
    public sealed interface Statement permits Member, Query, Value {

        /** Short name of its source; empty when it has none. */
        Optional<String> source();

        /** Where it was looked for in vain. */
        Optional<String> lookedFor();

        /** For a list: what is stated. */
        String text();
    }

    /**
     * A member of a body, or a column.
     *
     * @param path such as {@code StageSolutionResults.MissingDependencies[].RequiredComponentType}
     * @param type of the Web API, such as {@code Edm.Guid}; several are separated by a bar
     * @param nullable whether it may be null
     */
    public record Member(
            String path, String type, boolean nullable, Optional<String> source, Optional<String> lookedFor)
            implements Statement {

        @Override
        public String text() {
            return path;
        }
    }

    /**
     * An option of a query.
     *
     * @param option such as {@code $filter}
     * @param form its value, with {@code <guid>}, {@code <number>}, {@code <time>} and {@code '…'} for what differs, and
     *     {@code or …} for more of the same
     */
    public record Query(String option, String form, Optional<String> source, Optional<String> lookedFor)
            implements Statement {

        @Override
        public String text() {
            return option + " " + form;
        }
    }

    /**
     * A value that means something.
     *
     * @param path of the member that has it
     * @param value as it is written
     * @param meaning in words
     */
    public record Value(String path, String value, String meaning, Optional<String> source, Optional<String> lookedFor)
            implements Statement {

        @Override
        public String text() {
            return path + " = " + value;
        }
    }

    /** What a request may hold. */
    public Stream<Member> inRequests() {
        return Stream.concat(sends.stream(), accepts.stream());
    }

    /** What an answer may hold. */
    public Stream<Member> inAnswers() {
        return Stream.concat(reads.stream(), answers.stream());
    }

    /** All that is stated. */
    public Stream<Statement> statements() {
        return Stream.of(sends, accepts, query, reads, answers, values).flatMap(List::stream);
    }

    /** The values of a member; none when any may come. */
    List<String> valuesOf(String path) {
        return values.stream()
                .filter(value -> value.path().equals(path))
                .map(Value::value)
                .toList();
    }
}
