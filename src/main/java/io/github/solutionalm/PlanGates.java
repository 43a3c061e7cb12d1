package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.NamePatterns;
import io.github.solutionalm.model.PlatformCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Gates of a build: what a plan must not contain.
 *
 * @param failOnDelete refuse plans that delete components
 * @param allowedDeletes allowed deletions: patterns {@code Type:key} with {@code *} for any text, in any case
 * @param failOnHidden refuse changes that another layer hides, so that they would not show
 * @param failOnDataLoss refuse deletions that would lose rows or values, and those of which nobody can say
 * @param requireInstalled refuse a solution that the environment does not hold already; a patch needs its base anyway
 */
public record PlanGates(
        boolean failOnDelete,
        List<String> allowedDeletes,
        boolean failOnHidden,
        boolean failOnDataLoss,
        boolean requireInstalled) {

    /** Lets every plan pass. */
    public static final PlanGates NONE = new PlanGates(false, List.of(), false, false, false);

    public PlanGates {
        allowedDeletes = List.copyOf(allowedDeletes);
    }

    /** The findings of the gates about a plan; empty if it may be carried out. */
    public List<Finding> findings(List<ComponentChange> plan) {
        List<Finding> findings = new ArrayList<>();
        NamePatterns allowed = NamePatterns.of(allowedDeletes);
        for (ComponentChange change : plan) {
            if (failOnDelete && change.change() == Change.DELETE && !matches(allowed, change.key())) {
                findings.add(PlatformCode.IMPORT_ERROR.finding(
                        change.key() + " would be deleted, and failOnDelete is true. If this is intended, allow"
                                + " it with"
                                + " <allowedDeletes> or -Dsolution.allowedDeletes="
                                + change.key().type().name() + ":"
                                + change.key().key() + ".",
                        change.key()));
            }
            if (failOnHidden && change.hiddenBy().isPresent()) {
                findings.add(PlatformCode.IMPORT_ERROR.finding(
                        "The change of " + change.key() + " would have no effect because a layer of "
                                + change.hiddenBy().get()
                                + " hides it, and failOnHidden is true. Remove that layer, or overwrite it with"
                                + " overwriteCustomizations if it is unmanaged.",
                        change.key()));
            }
        }
        if (failOnDataLoss) {
            plan.forEach(change ->
                    change.data().filter(DataAtRisk::isLoss).ifPresent(data -> findings.add(dataLoss(change, data))));
        }
        return findings;
    }

    private static Finding dataLoss(ComponentChange change, DataAtRisk data) {
        String fix = data.count().isPresent()
                ? "Keep it in the package, or move the data away first."
                : "Look yourself, or count more with <dataAtRisk> or -Dsolution.dataAtRisk=count.";
        return PlatformCode.IMPORT_ERROR.finding(
                change.key() + " would be deleted, and " + atRisk(data) + "; failOnDataLoss is true. " + fix,
                change.key());
    }

    /** {@code 12 rows have a value in it (an estimate)}; or that nobody knows. */
    private static String atRisk(DataAtRisk data) {
        if (data.count().isEmpty()) {
            return "it is not known whether data goes with it";
        }
        String number =
                switch (data.exactness()) {
                    case AT_LEAST -> "at least " + data.count().getAsLong();
                    case ESTIMATED -> "an estimated " + data.count().getAsLong();
                    case COUNTED, UNKNOWN -> String.valueOf(data.count().getAsLong());
                };
        return number
                + switch (data.what()) {
                    case ROWS -> " of its rows go with it";
                    case VALUES -> " rows have a value in it";
                    case CHOICES -> " rows have such a value";
                    case LINKS -> " links of rows go with it";
                    case ASSIGNMENTS -> " users or teams have it";
                    case SETTINGS -> " values of this environment go with it";
                };
    }

    private static boolean matches(NamePatterns patterns, ComponentKey key) {
        return patterns.anyMatches(key.type().name() + ":" + key.key());
    }
}
