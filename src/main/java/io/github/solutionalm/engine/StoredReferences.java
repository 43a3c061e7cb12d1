package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an environment's layers refer to, for one plan: several rules ask who names what goes, which may be a million times. */
final class StoredReferences {

    private final EnvironmentView environment;
    private final Map<ComponentKey, List<Reference>> known = new HashMap<>();

    StoredReferences(EnvironmentView environment) {
        this.environment = environment;
    }

    /** Every reference that is written like one of these, from any layer; the environment is asked once for each. */
    List<Reference> to(Collection<ComponentKey> written) {
        Set<ComponentKey> unknown = new TreeSet<>(written);
        unknown.removeIf(known::containsKey);
        if (!unknown.isEmpty()) {
            unknown.forEach(name -> known.put(name, new ArrayList<>()));
            environment.referencesTo(unknown).forEach(reference -> known.get(reference.target())
                    .add(reference));
        }
        List<Reference> all = new ArrayList<>();
        written.forEach(name -> all.addAll(known.get(name)));
        return all;
    }
}
