package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Doubt;
import io.github.solutionalm.model.Guid;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Components of which only the environment's id is known where packages have a name: the package may have them, and nobody
 * could tell.
 */
final class UnknownNames {

    private UnknownNames() {}

    /** The changes of what the package does not have, in doubt where that is so. */
    static List<ComponentChange> marked(List<ComponentChange> left) {
        return left.stream()
                .map(change -> isKnownByIdAlone(change.key()) ? change.doubting(with(change.doubts())) : change)
                .toList();
    }

    private static boolean isKnownByIdAlone(ComponentKey key) {
        return key.type().named() && Guid.is(key.key());
    }

    private static Set<Doubt> with(Set<Doubt> doubts) {
        Set<Doubt> more = EnumSet.of(Doubt.MAY_STAY);
        more.addAll(doubts);
        return more;
    }
}
