package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.Doubt;
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
                findings.add(PlatformCode.IMPORT_ERROR
                        .finding(
                                change.key() + " would be deleted, and failOnDelete is true. If this is intended, allow"
                                        + " it with"
                                        + " <allowedDeletes> or -Dsolution.allowedDeletes="
                                        + change.key().type().name() + ":"
                                        + change.key().key() + ".",
                                change.key())
                        .of("failOnDelete"));
            }
            if (failOnDataLoss) {
                change.data().filter(DataAtRisk::isLoss).ifPresent(data -> findings.add(loss(change, data)));
            }
            if (failOnHidden && mayBeHidden(change)) {
                findings.add(PlatformCode.IMPORT_ERROR
                        .finding(
                                change.key()
                                        + " may be in the environment already, under a layer that hides what the package"
                                        + " brings: nobody could look, and failOnHidden is true. solution:plan says what"
                                        + " could not be seen, and why.",
                                change.key())
                        .of("failOnHidden"));
            }
            if (failOnHidden && change.hiddenBy().isPresent()) {
                findings.add(PlatformCode.IMPORT_ERROR
                        .finding(
                                "The change of " + change.key() + " would have no effect because a layer of "
                                        + change.hiddenBy().get()
                                        + " hides it, and failOnHidden is true. Remove that layer, or overwrite it with"
                                        + " overwriteCustomizations if it is unmanaged.",
                                change.key())
                        .of("failOnHidden"));
            }
        }
        return findings;
    }

    /** What goes with what it is an item of is hidden with that. */
    private static boolean mayBeHidden(ComponentChange change) {
        return change.doubts().contains(Doubt.MAY_EXIST) && !change.key().type().isItem();
    }

    private static Finding loss(ComponentChange change, DataAtRisk data) {
        String what = change.change() == Change.DELETE
                ? change.key() + " would be deleted"
                : "Values of " + change.key() + " would be removed";
        String why = data.count().isPresent()
                ? " with data (" + data
                        + "), and failOnDataLoss is true. Move what is still needed, or set failOnDataLoss to"
                        + " false if the loss is intended."
                : ", and failOnDataLoss is true: what would be lost is unknown (" + data
                        + "), which counts as a loss. Count it"
                        + " with <dataAtRisk>count</dataAtRisk> or -Dsolution.dataAtRisk=count; if it was counted, the user"
                        + " may not read it, or the environment does not tell.";
        return PlatformCode.IMPORT_ERROR.finding(what + why, change.key()).of("failOnDataLoss");
    }

    private static boolean matches(NamePatterns patterns, ComponentKey key) {
        return patterns.anyMatches(key.type().name() + ":" + key.key());
    }
}
