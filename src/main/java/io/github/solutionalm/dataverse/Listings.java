package io.github.solutionalm.dataverse;

import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which components any other solution lists: those are older than an installation, and outlast an upgrade. */
final class Listings {

    private static final int AT_ONCE = 25;
    private static final int PAGE = 5_000;
    /** The default solution, which lists what is anywhere; its id is the same everywhere. */
    private static final String DEFAULT = "fd140aaf-4df4-11dd-bd17-0019b9312238";

    private static final RowShape LISTED = RowShape.ANY.textsOrNull("objectid", "_solutionid_value");

    private Listings() {}

    /**
     * Asks who lists them.
     *
     * @param objects GUIDs of components
     * @param besides ids of the solutions that do not count
     * @return those that another solution lists
     */
    static Set<String> of(Access access, Collection<String> objects, Collection<String> besides)
            throws WebApiException {
        Set<String> out = new HashSet<>(Set.of(DEFAULT));
        besides.forEach(id -> out.add(id.toLowerCase(Locale.ROOT)));
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
                        if (!out.contains(ComponentKey.normalize(
                                row.path("_solutionid_value").asText("")))) {
                            listed.add(
                                    ComponentKey.normalize(row.path("objectid").asText("")));
                        }
                    });
        }
        return listed;
    }
}
