package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.RetrieveDependenciesForDelete;
import io.github.solutionalm.dataverse.api.RetrieveDependenciesForDelete.Dependent;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.engine.BlockedPlan;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the components that block a deletion in an environment. The refusal itself only counts them
 * (docs/platform-facts.md, "Update, upgrade, stage").
 */
public final class ComponentsInUse {

    private static final Pattern REFUSAL = Pattern.compile("The (\\w{1,100})\\((\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}"
            + "-\\p{XDigit}{12})\\) component cannot be deleted because it is referenced by");

    /** The components that are named: the layers of each take a request. */
    private static final int NAMED = 20;

    /** A longer name is cut: it is a part of a sentence. */
    private static final int LONGEST_NAME = 100;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final OperationContext access;
    private final String solution;

    /**
     * Names the components for a failed operation, within a minute from now.
     *
     * @param solution unique name of the solution that is upgraded
     */
    public ComponentsInUse(OperationContext access, String solution) {
        this.access = access.anew(LONGEST);
        this.solution = solution;
    }

    /** The finding with the components that block the deletion, and advice; unchanged if there are none or they are unknown. */
    public Finding named(Finding finding) {
        Matcher refusal = REFUSAL.matcher(finding.message());
        if (!refusal.find()) {
            return finding;
        }
        ComponentKey component = new ComponentKey(ComponentType.named(refusal.group(1)), refusal.group(2));
        return users(component)
                .filter(users -> !users.isEmpty())
                .map(users -> new Finding(
                        finding.code(),
                        finding.name(),
                        sentence(finding.message()) + text(component, users),
                        finding.component(),
                        finding.platformFault()))
                .orElse(finding);
    }

    private String text(ComponentKey component, List<Blocker> users) {
        List<Blocker> named = users.subList(0, Math.min(NAMED, users.size()));
        String more = users.size() > NAMED ? "; and " + (users.size() - NAMED) + " more" : "";
        return BlockedPlan.inUse(component, named, more, solution);
    }

    private static String sentence(String text) {
        return text.strip() + (text.strip().endsWith(".") ? " " : ". ");
    }

    private Optional<List<Blocker>> users(ComponentKey component) {
        if (component.type().code() == 0) {
            return Optional.empty();
        }
        try {
            return access.courtesy(() -> users(new RetrieveDependenciesForDelete(
                            component.key(), component.type().code())
                    .dependents(access)));
        } catch (WebApiException e) {
            return Optional.empty(); // interrupted: the finding is reported as it is
        }
    }

    private List<Blocker> users(List<Dependent> dependents) throws WebApiException {
        Map<Integer, String> kinds = dependents.isEmpty()
                ? Map.of()
                : access.courtesy(() -> new ComponentRows(access.api(), access.deadline()).kinds())
                        .orElse(Map.of());
        List<Blocker> users = new ArrayList<>();
        for (Dependent dependent : dependents) {
            ComponentType type = ComponentRows.type(dependent.type(), kinds.getOrDefault(dependent.type(), ""));
            ComponentKey key = new ComponentKey(type, dependent.objectId());
            String layerName = ListedComponent.layerName(dependent.type(), type, kinds);
            users.add(users.size() < NAMED ? user(key, layerName) : blocker(key, "", ""));
        }
        return users;
    }

    /** A blocker with its name, and the owner of the layer that shows: the top one that changes anything. */
    private Blocker user(ComponentKey key, String layerName) throws WebApiException {
        List<ComponentLayer> layers = access.courtesy(() -> ComponentLayer.of(access, key.key(), layerName))
                .orElse(List.of());
        String name = "";
        String owner = "";
        for (ComponentLayer layer : layers) {
            name = layer.name().isEmpty() ? name : layer.name();
            boolean shows =
                    !layer.owner().equals(Layer.ACTIVE) || layer.changes().orElse(true);
            owner = shows ? layer.owner() : owner;
        }
        return blocker(key, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name, owner);
    }

    private static Blocker blocker(ComponentKey key, String name, String owner) {
        return new Blocker(key, name, owner, PlatformCode.DELETE_IN_USE.code());
    }
}
