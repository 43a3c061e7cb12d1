package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.UniqueName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The platform's own solutions, which are in every environment under the same ids. {@code Default} has all components
 * (https://learn.microsoft.com/power-apps/maker/data-platform/solutions-overview).
 */
enum InnerSolution {
    SYSTEM("System", "fd140aad-4df4-11dd-bd17-0019b9312238", "System Solution", true, false, state -> state.layerOf(
                    Layer.SYSTEM)
            .isPresent()),
    ACTIVE("Active", "fd140aae-4df4-11dd-bd17-0019b9312238", "Active Solution", false, false, state -> state.layerOf(
                    Layer.ACTIVE)
            .isPresent()),
    BASIC("Basic", "25a01723-9f63-4449-a3e0-046cc23a2902", "Basic Solution", false, false, state -> false),
    DEFAULT("Default", "fd140aaf-4df4-11dd-bd17-0019b9312238", "Default Solution", false, true, state -> !state.layers()
            .isEmpty());

    private static final String MICROSOFT = "MicrosoftCorporation";
    private static final String OWN = "DefaultPublisherorg";

    private final String uniqueName;
    private final String id;
    private final String friendlyName;
    private final boolean managed;
    private final boolean visible;
    private final Predicate<ComponentState> lists;

    InnerSolution(
            String uniqueName,
            String id,
            String friendlyName,
            boolean managed,
            boolean visible,
            Predicate<ComponentState> lists) {
        this.uniqueName = uniqueName;
        this.id = id;
        this.friendlyName = friendlyName;
        this.managed = managed;
        this.visible = visible;
        this.lists = lists;
    }

    static Optional<InnerSolution> named(String uniqueName) {
        for (InnerSolution solution : values()) {
            if (UniqueName.same(solution.uniqueName, uniqueName)) {
                return Optional.of(solution);
            }
        }
        return Optional.empty();
    }

    String uniqueName() {
        return uniqueName;
    }

    String id() {
        return id;
    }

    /** Unique name of its publisher; that of all but System is the environment's own. */
    String publisher() {
        return this == SYSTEM ? MICROSOFT : OWN;
    }

    /** The publishers of these solutions. */
    static Stream<Publisher> publishers() {
        return Stream.of(
                new Publisher(MICROSOFT, MICROSOFT, "", "", "", "", Optional.empty(), List.of()),
                new Publisher(OWN, "Default Publisher for org", "", "", "", "new", Optional.of(10_000), List.of()));
    }

    boolean lists(ComponentState state) {
        return lists.test(state);
    }

    /** What differs in its row from those of other solutions. */
    Map<String, Object> columns() {
        return Map.of(
                "solutionid", id,
                "uniquename", uniqueName,
                "friendlyname", friendlyName,
                "version", "1.0",
                "ismanaged", managed,
                "isvisible", visible);
    }
}
