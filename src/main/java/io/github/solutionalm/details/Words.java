package io.github.solutionalm.details;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a component type speaks of what is in its definition: a row of {@link Describers}. Names of elements are in lower case.
 *
 * @param names words for elements, in place of their own names
 * @param known by which attributes or children an element is told from others of its name, where that differs from the usual
 * @param lifted elements that are shown as parts of the whole, with what is around them as their value: the controls of a form
 * @param plain elements that are clear without their own name: what is in them counts as what is around them
 * @param quiet elements and attributes that an export changes by itself, or that say nothing to a reader
 */
record Words(
        Map<String, String> names,
        Map<String, List<String>> known,
        Map<String, String> lifted,
        Set<String> plain,
        Set<String> quiet) {

    /** The usual words, which fit every type. */
    static final Words USUAL = new Words(
            Map.of(),
            Map.of(),
            Map.of(),
            Set.of(),
            Set.of("introducedversion", "unmodified", "xsi:nil", "operationmetadataid"));

    /** By what elements are usually known, best first. */
    private static final List<String> USUALLY = List.of(
            "languagecode",
            "lcid",
            "id",
            "uniquename",
            "schemaname",
            "logicalname",
            "physicalname",
            "name",
            "value",
            "key",
            "attribute",
            "resourcekey");

    /** This word for an element. */
    Words calling(String element, String word) {
        return new Words(with(names, element, word), known, lifted, plain, quiet);
    }

    /** An element is told from others by these together, as far as it has them: attributes or children, by path. */
    Words knowing(String element, String... by) {
        return new Words(names, with(known, element, List.of(by)), lifted, plain, quiet);
    }

    /**
     * An element is shown as a part of the whole; one that is known by nothing is not shown.
     *
     * @param around the element around it by which its place is told
     */
    Words lifting(String element, String around) {
        return new Words(names, known, with(lifted, element, around), plain, quiet);
    }

    /** These are clear without their names. */
    Words plain(String... elements) {
        return new Words(names, known, lifted, with(plain, elements), quiet);
    }

    /** These say nothing. */
    Words silent(String... elements) {
        return new Words(names, known, lifted, plain, with(quiet, elements));
    }

    /** The same, where everything says something. */
    Words loud() {
        return new Words(names, known, lifted, plain, Set.of());
    }

    private static Set<String> with(Set<String> set, String... more) {
        Set<String> all = new HashSet<>(set);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> more = new HashMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }

    String name(String element) {
        return names.getOrDefault(element.toLowerCase(Locale.ROOT), element);
    }

    boolean isQuiet(String name) {
        return quiet.contains(name.toLowerCase(Locale.ROOT));
    }

    boolean isPlain(String element) {
        return plain.contains(element.toLowerCase(Locale.ROOT));
    }

    /** The element around which tells the place of a lifted one. */
    Optional<String> place(String element) {
        return Optional.ofNullable(lifted.get(element.toLowerCase(Locale.ROOT)));
    }

    /** By what an element is known; several count together only where a row says so. */
    List<String> knownBy(String element) {
        return known.getOrDefault(element.toLowerCase(Locale.ROOT), USUALLY);
    }

    boolean isKnownTogether(String element) {
        return known.containsKey(element.toLowerCase(Locale.ROOT));
    }
}
