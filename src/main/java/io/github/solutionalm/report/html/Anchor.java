package io.github.solutionalm.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Ids on the page: {@code plan/ContosoOrders/Attribute/contoso_order.contoso_faxnumber}. */
final class Anchor {

    private Anchor() {}

    /** An id of parts; blanks, which an id may not have, become underscores. */
    static String of(String... parts) {
        return List.of(parts).stream()
                .map(part -> VisibleText.of(part)
                        .replace('\n', '_')
                        .replace('\t', '_')
                        .replace('\r', '_'))
                .map(part -> part.replace(' ', '_'))
                .collect(Collectors.joining("/"));
    }

    /** An id behind the {@code #} of a link. */
    static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    }
}
