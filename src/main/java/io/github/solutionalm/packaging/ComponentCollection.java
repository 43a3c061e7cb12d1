package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveException.OverLimit;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.UnreadElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Collects the components of a package and the findings about them. */
final class ComponentCollection {

    /** Real packages have up to some twenty thousand. */
    private static final int MAX_COMPONENTS = 40_000;

    /** Real packages have dozens. Each makes questions of its own to the environment. */
    private static final int MAX_TYPES = 1_000;

    /** Nobody reads more. */
    static final int MAX_ERRORS = 1_000;

    /**
     * Real packages have a few hundred thousand. Thousands of components may name one file that names thousands: what they
     * refer to is the product of both.
     */
    private static final int MAX_REFERENCES = 500_000;
    /** Real packages have some MB of it. This much text is searched in half the time that one package may take. */
    private static final int MAX_SEARCHED = 96 << 20;

    /**
     * Real packages have two or three million. A name is in memory, in the store and in each report, and may be as long
     * as a text.
     */
    private static final int MAX_NAMES = 16 << 20;

    private final Map<ComponentKey, SolutionComponent> components = new LinkedHashMap<>();
    private final Map<ComponentKey, ComponentKey> known = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    /** Components whose definition a later one replaces. */
    private final Set<ComponentKey> givingWay = new HashSet<>();

    private final Set<ComponentType> types = new HashSet<>();
    private final List<Finding> errors = new ArrayList<>();
    private final List<UnreadElement> unread = new ArrayList<>();
    private final ReadListener listener;
    /** Number of references of all components so far, and how many of them came from their files. */
    private int references;

    private int fromFiles;
    private int searched;
    private long names;

    ComponentCollection(ReadListener listener) {
        this.listener = listener;
    }

    /** The components in the order in which they were read. */
    List<SolutionComponent> components() {
        return List.copyOf(components.values());
    }

    List<Finding> errors() {
        return errors;
    }

    /** Whether anybody would read one more. */
    boolean takesErrors() {
        return errors.size() < MAX_ERRORS;
    }

    void error(Finding error) {
        if (takesErrors()) {
            errors.add(error);
        }
    }

    /** Elements that belong to no component. */
    List<UnreadElement> unread() {
        return unread;
    }

    void unread(UnreadElement element) {
        if (unread.size() < MAX_ERRORS) {
            unread.add(element);
        }
    }

    /** A component may come twice as context; its content comes once. */
    void add(SolutionComponent component) throws OverLimit {
        if (components.size() >= MAX_COMPONENTS) {
            throw new OverLimit(String.format(
                    Locale.ROOT,
                    "The package has too many components: at least %,d; the limit is %,d. Split the solution.",
                    MAX_COMPONENTS + 1,
                    MAX_COMPONENTS));
        }
        if (types.add(component.key().type()) && types.size() > MAX_TYPES) {
            throw new OverLimit(String.format(
                    Locale.ROOT, "The package has too many types of components; the limit is %,d", MAX_TYPES));
        }
        names(component.key().key().length() + component.name().length());
        for (ComponentKey other : component.names()) {
            names(other.key().length());
        }
        SolutionComponent earlier = components.get(component.key());
        boolean givesWay = !component.isContext() && givingWay.remove(component.key());
        if (earlier == null || givesWay || earlier.isContext() && !component.isContext()) {
            components.put(component.key(), component);
            listener.component(component.key().type(), components.size());
        } else if (!component.isContext()) {
            error(PlatformCode.DUPLICATE_COMPONENT.finding(
                    "The component " + component.key() + " occurs twice in the package. Export the solution again.",
                    component.key()));
        }
    }

    /** Replaces equal texts by one object: thousands of components have one of a few texts. */
    Map<String, String> sharedTexts(Map<String, String> texts) {
        texts.replaceAll((name, text) -> this.texts.computeIfAbsent(text, same -> same));
        return Map.copyOf(texts);
    }

    /** Adds a component that may also be defined in another place, before or after: that definition counts then. */
    void addUnlessDefined(SolutionComponent component) throws OverLimit {
        SolutionComponent earlier = components.get(component.key());
        if (earlier == null || earlier.isContext()) {
            add(component);
            if (!component.isContext()) {
                givingWay.add(component.key());
            }
        }
    }

    /** A component is about to take what one of its files names. */
    void named(int more) throws OverLimit {
        fromFiles = bounded(fromFiles, more);
    }

    /** A file of so many bytes is about to be searched for what it names. */
    void searches(int bytes) throws OverLimit {
        if (bytes > MAX_SEARCHED - searched) {
            throw new OverLimit(String.format(
                    Locale.ROOT,
                    "The flows, workflows, formulas and topics of the package are too large: their limit is %,d"
                            + " bytes in total",
                    MAX_SEARCHED));
        }
        searched += bytes;
    }

    private static int bounded(int before, int more) throws OverLimit {
        if (more > MAX_REFERENCES - before) {
            throw new OverLimit(String.format(
                    Locale.ROOT,
                    "The components of the package have too many references: at least %,d; the limit is %,d. Split the"
                            + " solution.",
                    (long) before + more,
                    MAX_REFERENCES));
        }
        return before + more;
    }

    /** Counts the characters of more names. */
    private void names(long more) throws OverLimit {
        names += more;
        if (names > MAX_NAMES) {
            throw new OverLimit(String.format(
                    Locale.ROOT,
                    "The names of the package's components and of what they refer to are too long: the limit is %,d"
                            + " characters in total",
                    MAX_NAMES));
        }
    }

    /** Replaces equal keys by one object: tens of thousands of references name a few thousand components. */
    Set<ComponentKey> shared(Set<ComponentKey> keys) throws OverLimit {
        references = bounded(references, keys.size());
        ComponentKey[] shared = new ComponentKey[keys.size()];
        int count = 0;
        for (ComponentKey key : keys) {
            ComponentKey first = known.putIfAbsent(key, key);
            if (first == null) {
                names(key.key().length());
            }
            shared[count++] = first == null ? key : first;
        }
        return Set.of(shared);
    }
}
