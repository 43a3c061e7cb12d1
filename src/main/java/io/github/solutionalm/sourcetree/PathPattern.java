package io.github.solutionalm.sourcetree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A pattern of paths: {@code *} is any text within a name, {@code ?} any character of it, the folder {@code **} any number of
 * folders; case is ignored. No regular expression, so that no path takes longer than it is long, however many stars there are.
 */
final class PathPattern {

    private static final String ANY_FOLDERS = "**";

    private final List<String> names;

    private PathPattern(List<String> names) {
        this.names = names;
    }

    /** The pattern that a text with forward slashes is. */
    static PathPattern of(String text) {
        return new PathPattern(names(text));
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        int begin = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', begin)) {
            names.add(path.substring(begin, slash).toLowerCase(Locale.ROOT));
            begin = slash + 1;
        }
        names.add(path.substring(begin).toLowerCase(Locale.ROOT));
        return names;
    }

    /** Whether all of a path is like it. */
    boolean matches(String path) {
        List<String> parts = names(path);
        boolean[] reached = new boolean[parts.size() + 1];
        reached[0] = true;
        for (String name : names) {
            boolean[] next = new boolean[parts.size() + 1];
            boolean before = false;
            for (int i = 0; i <= parts.size(); i++) {
                before |= reached[i];
                next[i] = name.equals(ANY_FOLDERS) ? before : i > 0 && reached[i - 1] && isLike(name, parts.get(i - 1));
            }
            reached = next;
        }
        return reached[parts.size()];
    }

    /** The last star takes what is too much, and only that one is tried again. */
    private static boolean isLike(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int taken = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                taken = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++taken;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
