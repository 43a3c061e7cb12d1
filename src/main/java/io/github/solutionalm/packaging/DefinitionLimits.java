package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveException.OverLimit;
import io.github.solutionalm.model.ComponentType;
import java.util.Locale;

/** Size limits of a definition. */
final class DefinitionLimits {

    private static final int MAX_BYTES = 32 << 20;

    /**
     * For a merging type, four trees are in memory at a time: what shows, a layer, its basis, and the difference. Real
     * ones have some ten thousand elements and attributes in a few MB.
     */
    private static final int MAX_BYTES_OF_TREE = 8 << 20;

    private static final int MAX_PARTS_OF_TREE = 400_000;

    private DefinitionLimits() {}

    /** Called with each element that ends. */
    static void check(ComponentFrame frame) throws OverLimit {
        boolean merges = merges(frame.place.row.type());
        bounded(frame, frame.xml.length(), merges ? MAX_BYTES_OF_TREE : MAX_BYTES, "bytes");
        if (merges) {
            bounded(frame, frame.parts, MAX_PARTS_OF_TREE, "elements and attributes");
        }
    }

    /** Columns may have options, which merge as those of choices do. */
    private static boolean merges(ComponentType type) {
        return type.merges() || type.equals(ComponentType.OPTION_SET) || type.equals(ComponentType.ATTRIBUTE);
    }

    private static void bounded(ComponentFrame frame, int count, int limit, String what) throws OverLimit {
        if (count > limit) {
            throw new OverLimit(String.format(
                    Locale.ROOT,
                    "The definition of %s %s has more than the limit of %,d %s",
                    frame.place.row.type(),
                    frame.key().orElse(""),
                    limit,
                    what));
        }
    }
}
