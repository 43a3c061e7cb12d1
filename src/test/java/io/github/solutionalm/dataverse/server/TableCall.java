package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table: one row by its key, or those that a query asks for, page by page. */
final class TableCall implements Call {

    private static final Set<String> OPTIONS =
            Set.of("$select", "$filter", "$expand", "$orderby", "$top", "$count", "$skiptoken");
    private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d+)");

    private final Table table;
    private final IntSupplier largestPage;
    private int progressReads;

    TableCall(Table table, IntSupplier largestPage) {
        this.table = table;
        this.largestPage = largestPage;
    }

    List<String> columns() {
        return table.columns();
    }

    @Override
    public String name() {
        return table.set();
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault {
        Map<String, String> options = exchange.request().parameters();
        for (String option : options.keySet()) {
            if (!OPTIONS.contains(option)) {
                throw ODataFault.badRequest(
                        ODataFault.BAD_QUERY, "The query parameter " + option + " is not supported");
            }
        }
        if (table.set().equals("importjobs")
                && options.getOrDefault("$select", "").contains("progress")
                && ++progressReads % 3 == 2) {
            // Now and then a row that is there is not found (https://github.com/Gharib89/crm, quirks of the live Web
            // API).
            throw ODataFault.badRequest("0x80040217", "importjob With Id = " + exchange.key() + " Does Not Exist");
        }
        Projection shown = Projection.of(table, options);
        return HttpReply.json(
                200, exchange.arguments().isPresent() ? one(exchange, shown) : page(exchange, options, shown));
    }

    private ObjectNode one(Exchange exchange, Projection shown) throws ODataFault {
        String id = exchange.key().toString();
        Map<String, Object> row = table.find(id).orElseThrow(() -> ODataFault.notFound(table.entity(), id));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("@odata.context", exchange.context(table.set() + shown.context() + "/$entity"));
        return body.setAll(shown.show(row));
    }

    private ObjectNode page(Exchange exchange, Map<String, String> options, Projection shown) throws ODataFault {
        List<Map<String, Object>> rows = chosen(options);
        int begin = Integer.parseInt(options.getOrDefault("$skiptoken", "0"));
        int end = Math.min(rows.size(), begin + pageSize(exchange.request()));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("@odata.context", exchange.context(table.set() + shown.context()));
        if (options.getOrDefault("$count", "false").equals("true")) {
            body.put("@odata.count", rows.size());
        }
        ArrayNode value = body.putArray("value");
        rows.subList(Math.min(begin, end), end).forEach(row -> value.add(shown.show(row)));
        if (end < rows.size()) {
            body.put("@odata.nextLink", nextLink(exchange, options, end));
        }
        return body;
    }

    private List<Map<String, Object>> chosen(Map<String, String> options) throws ODataFault {
        Columns columns = new Columns(table.entity(), Set.copyOf(table.columns()));
        Predicate<Map<String, Object>> filter = row -> true;
        if (options.containsKey("$filter")) {
            if (!table.filters()) {
                throw ODataFault.badRequest(
                        ODataFault.INVALID_ARGUMENT, "The filter is not supported by the virtual table " + table.set());
            }
            filter = Filter.of(options.get("$filter"), columns);
            table.rows().check(options.get("$filter"));
        }
        List<Map<String, Object>> rows = table.rows().read(options.getOrDefault("$filter", "")).stream()
                .filter(filter)
                .toList();
        if (!options.containsKey("$orderby")) {
            // Who does not ask for an order gets none.
            List<Map<String, Object>> unordered = new ArrayList<>(rows);
            Collections.shuffle(unordered, new Random(rows.size()));
            rows = unordered;
        } else {
            rows = rows.stream().sorted(order(options.get("$orderby"), columns)).toList();
        }
        int top = Integer.parseInt(options.getOrDefault("$top", String.valueOf(Integer.MAX_VALUE)));
        return rows.stream().limit(top).toList();
    }

    private static Comparator<Map<String, Object>> order(String text, Columns columns) throws ODataFault {
        String[] words = text.split(",")[0].strip().split("\\s+");
        columns.check(words[0]);
        Comparator<Map<String, Object>> order =
                Comparator.comparing(row -> String.valueOf(row.getOrDefault(words[0], "")));
        return words.length > 1 && words[1].equals("desc") ? order.reversed() : order;
    }

    private int pageSize(HttpRequest request) {
        Matcher wanted = PAGE_SIZE.matcher(request.header("Prefer").orElse(""));
        int largest = largestPage.getAsInt();
        return wanted.find() ? Math.min(Integer.parseInt(wanted.group(1)), largest) : largest;
    }

    private String nextLink(Exchange exchange, Map<String, String> options, int next) {
        StringBuilder link = new StringBuilder(exchange.root() + table.set() + "?");
        options.forEach((name, value) -> {
            if (!name.equals("$skiptoken")) {
                link.append(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&");
            }
        });
        return link + "$skiptoken=" + next;
    }
}
