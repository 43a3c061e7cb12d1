package io.github.solutionalm.details;

import io.github.solutionalm.model.ChangeDetail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two trees of parts. A part that comes or goes is one detail, whatever is in it. */
final class PartComparison {

    /** What a release manager may still read; the last detail says how many more there are. */
    static final int MOST = 100;

    private static final int LONGEST = 200;

    /** What has no order, or one that an export changes by itself. */
    private static final Set<String> UNORDERED = Set.of(
            "label",
            "plural",
            "privilege",
            "component",
            "Description",
            "LocalizedName",
            "Title",
            "CustomLabel",
            "Role",
            "appelement",
            "appsetting",
            "LookupType",
            "action",
            "trigger",
            "connection",
            "path");

    private final List<ChangeDetail> details = new ArrayList<>();
    private int more;

    private PartComparison() {}

    /** The differences, in the order of the new definition; what goes comes last on its level. */
    static List<ChangeDetail> of(Part old, Part now) {
        PartComparison comparison = new PartComparison();
        comparison.compare("", old, now);
        if (comparison.more > 0) {
            comparison.details.add(
                    new ChangeDetail("and " + comparison.more + " more", Optional.empty(), Optional.empty()));
        }
        return comparison.details;
    }

    private void compare(String path, Part old, Part now) {
        if (!old.value().equals(now.value())) {
            add(path.isEmpty() ? now.name() : path, Optional.of(old.value()), Optional.of(now.value()));
        }
        Map<String, Part> before = byName(old.parts());
        Map<String, Part> after = byName(now.parts());
        after.forEach((name, part) -> {
            Part there = before.get(name);
            if (there == null) {
                add(path(path, name), Optional.empty(), Optional.of(part.summary()));
            } else {
                compare(path(path, name), there, part);
            }
        });
        before.forEach((name, part) -> {
            if (!after.containsKey(name)) {
                add(path(path, name), Optional.of(part.summary()), Optional.empty());
            }
        });
        order(path, before.keySet(), after.keySet());
    }

    /** Of what is on both sides, things of the same kind come in another order. */
    private void order(String path, Set<String> before, Set<String> after) {
        Map<String, List<String>> old = byKind(before, after);
        byKind(after, before).forEach((kind, names) -> {
            if (!names.equals(old.get(kind)) && !UNORDERED.contains(kind)) {
                add(
                        path(path, "order of " + kind),
                        Optional.of(String.join(", ", old.get(kind))),
                        Optional.of(String.join(", ", names)));
            }
        });
    }

    /** The names that are known by more than their kind, without it. */
    private static Map<String, List<String>> byKind(Set<String> names, Set<String> others) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (String name : names) {
            int space = name.indexOf(' ');
            if (space > 0 && others.contains(name)) {
                kinds.computeIfAbsent(name.substring(0, space), first -> new ArrayList<>())
                        .add(name.substring(space + 1));
            }
        }
        return kinds;
    }

    private static String path(String path, String name) {
        return path.isEmpty() ? name : path + ", " + name;
    }

    /** Several of the same name are numbered in their order. */
    private static Map<String, Part> byName(List<Part> parts) {
        Map<String, Part> named = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Part part : parts) {
            int count = counts.merge(part.name(), 1, Integer::sum);
            named.put(count == 1 ? part.name() : part.name() + " #" + count, part);
        }
        return named;
    }

    private void add(String what, Optional<String> old, Optional<String> now) {
        if (details.size() < MOST) {
            details.add(detail(what, old, now));
        } else {
            more++;
        }
    }

    /** Of two long values the place is shown where they begin to differ. */
    private static ChangeDetail detail(String what, Optional<String> old, Optional<String> now) {
        int same = 0;
        if (old.isPresent() && now.isPresent()) {
            int shorter = Math.min(old.get().length(), now.get().length());
            while (same < shorter && old.get().charAt(same) == now.get().charAt(same)) {
                same++;
            }
        }
        int from = Math.max(0, same - LONGEST / 4);
        return new ChangeDetail(
                shortened(what, 0), old.map(text -> shortened(text, from)), now.map(text -> shortened(text, from)));
    }

    private static String shortened(String text, int from) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int begin = Math.min(from, text.length() - LONGEST / 2);
        int end = Math.min(text.length(), begin + LONGEST);
        return (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
    }
}
