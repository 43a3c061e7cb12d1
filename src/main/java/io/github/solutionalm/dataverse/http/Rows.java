package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of a table, page after page ({@code @odata.nextLink}).
 *
 * @param description what is read, after "Tried to"
 * @param path the table with its options
 * @param pageSize rows at a time, at most 5,000. 0 for no pages: the path itself says how many rows
 * @param shape the shape that each row must have
 */
public record Rows(String description, ApiPath path, int pageSize, RowShape shape) {

    private static final String NEXT = "@odata.nextLink";

    /** Rows of any shape. */
    public Rows(String description, ApiPath path, int pageSize) {
        this(description, path, pageSize, RowShape.ANY);
    }

    /** Only the first rows, as many as the path says with {@code $top}, which excludes pages. */
    public static Rows first(String description, ApiPath path) {
        return new Rows(description, path, 0);
    }

    /**
     * Hands over every row in its order. A page that is asked for again is not handed over twice.
     *
     * @throws WebApiException when a page can't be read, a row is not of the shape, there are more rows than the memory
     *     takes, or a page's link leads out of the environment or back
     */
    public void each(WebApi api, Deadline deadline, Consumer<JsonNode> row) throws WebApiException {
        each(api, deadline, row, ListingLimit.inMemory());
    }

    void each(WebApi api, Deadline deadline, Consumer<JsonNode> row, ListingLimit limit) throws WebApiException {
        Optional<ApiPath> next = Optional.of(path);
        while (next.isPresent()) {
            limit.page(next.get());
            Page page = api.call(new PageCall(this, next.get(), api.url(), limit), deadline);
            limit.add(page.bytes(), page.rows().size());
            page.rows().forEach(row);
            next = pageSize == 0 ? Optional.empty() : page.next();
        }
    }

    /** One page of rows. */
    private record Page(List<JsonNode> rows, Optional<ApiPath> next, long bytes) {}

    private record PageCall(Rows rows, ApiPath path, DataverseUrl url, ListingLimit limit) implements WebApiCall<Page> {

        @Override
        public String describe() {
            return rows.description;
        }

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public Map<String, String> headers() {
            return rows.pageSize == 0 ? Map.of() : Map.of("Prefer", "odata.maxpagesize=" + rows.pageSize);
        }

        /** Reads a page row by row, so that never more rows are in memory than a page may have. */
        @Override
        public Page read(Answer answer) throws IOException {
            Optional<List<JsonNode>> value = Optional.empty();
            Optional<ApiPath> next = Optional.empty();
            try (JsonParser parser = StrictJson.parser(answer.body())) {
                StrictJson.begin(parser);
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (name.equals("value")) {
                        value = Optional.of(list(parser, answer.redaction()));
                    } else if (name.equals(NEXT)) {
                        next = link(parser);
                    } else {
                        parser.skipChildren();
                    }
                }
                StrictJson.end(parser);
            }
            List<JsonNode> page = value.orElseThrow(() -> new UnreadableAnswer("the answer has no list of rows"));
            limit.check(answer.bytesRead(), page.size(), next.isPresent());
            return new Page(page, next, answer.bytesRead());
        }

        private List<JsonNode> list(JsonParser parser, Redaction redaction) throws IOException {
            if (!parser.isExpectedStartArrayToken()) {
                throw new UnreadableAnswer("the answer has no list of rows");
            }
            List<JsonNode> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String which = "row " + (list.size() + 1) + " of the answer";
                if (list.size() == ListingLimit.MOST_ROWS) {
                    throw new UnreadableAnswer("the answer has more than " + ListingLimit.MOST_ROWS
                            + " rows, the maximum that Dataverse returns at once");
                }
                if (!parser.isExpectedStartObjectToken()) {
                    throw new UnreadableAnswer(which + " is no object, but " + parser.currentToken());
                }
                JsonNode row = StrictJson.made(parser.readValueAsTree(), redaction::withoutKnown);
                rows.shape.check(row, which);
                list.add(row);
            }
            return list;
        }

        private Optional<ApiPath> link(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return Optional.empty();
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getTextLength() > ListingLimit.LONGEST_URL) {
                throw new UnreadableAnswer("the link to the next page is not a URL");
            }
            return Optional.of(follow(parser.getText()));
        }

        /** The path of the next page, which must be in the environment: the token is sent with the next request. */
        private ApiPath follow(String link) throws UnreadableAnswer {
            try {
                URI next = url.api().resolve(link);
                if (!url.contains(next)
                        || next.getRawPath() == null
                        || !next.normalize().getRawPath().startsWith("/api/data/")) {
                    throw new UnreadableAnswer(
                            "the link to the next page leads outside the environment, to " + next.getHost());
                }
                ApiPath path =
                        new ApiPath(next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery()));
                if (limit.has(path)) {
                    throw new UnreadableAnswer("the link to the next page leads back to a page already read");
                }
                return path;
            } catch (IllegalArgumentException e) {
                throw new UnreadableAnswer("the link to the next page is not a URL");
            }
        }
    }
}
