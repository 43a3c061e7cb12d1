package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows of a table, page after page ({@code @odata.nextLink}).
 *
 * @param description what is read, after "Tried to"
 * @param path the table with its options
 * @param pageSize how many rows at a time; the platform gives 5,000 at most
 */
public record Rows(String description, ApiPath path, int pageSize) {

    private static final String NEXT = "@odata.nextLink";

    /**
     * Hands over every row in its order. A page that has to be asked for again is not handed over twice.
     *
     * @throws WebApiException when a page cannot be read, or its link leads out of the environment or back
     */
    public void each(WebApi api, Deadline deadline, Consumer<JsonNode> row) throws WebApiException {
        Set<ApiPath> seen = new HashSet<>();
        Optional<ApiPath> next = Optional.of(path);
        while (next.isPresent() && seen.add(next.get())) {
            Page page = api.call(new PageCall(this, next.get(), api.url(), seen), deadline);
            page.value().forEach(row);
            next = page.next();
        }
    }

    /** What one page holds. */
    private record Page(JsonNode value, Optional<ApiPath> next) {}

    private record PageCall(Rows rows, ApiPath path, DataverseUrl url, Set<ApiPath> seen) implements WebApiCall<Page> {

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
            return Map.of("Prefer", "odata.maxpagesize=" + rows.pageSize);
        }

        @Override
        public Page read(Answer answer) throws IOException {
            JsonNode json = answer.json();
            if (!json.path("value").isArray()) {
                throw new UnreadableAnswer("the answer has no list of rows");
            }
            JsonNode link = json.path(NEXT);
            return new Page(
                    json.path("value"), link.isTextual() ? Optional.of(follow(link.asText())) : Optional.empty());
        }

        /** The token goes along with the next request, so that it may not go elsewhere. */
        private ApiPath follow(String link) throws UnreadableAnswer {
            try {
                URI next = url.api().resolve(link);
                if (!url.contains(next) || !next.getRawPath().startsWith("/api/data/")) {
                    throw new UnreadableAnswer(
                            "the link to the next page leads out of the environment, to " + next.getHost());
                }
                ApiPath path =
                        new ApiPath(next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery()));
                if (seen.contains(path)) {
                    throw new UnreadableAnswer("the link to the next page leads back to a page that was read already");
                }
                return path;
            } catch (IllegalArgumentException e) {
                throw new UnreadableAnswer("the link to the next page is not a URL");
            }
        }
    }
}
