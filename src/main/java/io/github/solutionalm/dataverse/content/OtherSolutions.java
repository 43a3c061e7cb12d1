package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds components that other solutions also contain: they existed before an installation, or survive an upgrade. */
final class OtherSolutions {

    private static final int AT_ONCE = 25;
    private static final int PAGE = 5_000;
    private static final RowShape LISTED = RowShape.ANY.textsOrNull("objectid", "_solutionid_value");

    private OtherSolutions() {}

    /**
     * The components that at least one other solution contains.
     *
     * @param objects GUIDs of components
     * @param counts whether to consider a solution, by its id
     * @return the GUIDs found
     */
    static Set<String> of(OperationContext access, Collection<String> objects, Predicate<String> counts)
            throws WebApiException {
        Set<String> listed = new HashSet<>();
        List<String> all = new ArrayList<>(new HashSet<>(objects));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            String filter = all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .map(id -> "objectid eq " + id)
                    .collect(Collectors.joining(" or "));
            ApiPath path = ApiPath.of("solutioncomponents")
                    .with("$select", "objectid,_solutionid_value")
                    .with("$filter", filter);
            new Rows("read which solutions list a component", path, PAGE, LISTED)
                    .each(access.api(), access.deadline(), row -> {
                        if (counts.test(ComponentKey.normalize(
                                row.path("_solutionid_value").asText("")))) {
                            listed.add(
                                    ComponentKey.normalize(row.path("objectid").asText("")));
                        }
                    });
        }
        return listed;
    }
}
