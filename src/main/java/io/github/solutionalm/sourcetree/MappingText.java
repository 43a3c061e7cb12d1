package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.Mapping.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes mappings of what a person wrote, by the rules of SolutionPackager
 * (https://learn.microsoft.com/power-platform/alm/solution-packager-tool#use-the-map-command-argument), and collects what is
 * wrong with them.
 */
public final class MappingText {

    private static final Pattern VARIABLE = Pattern.compile("%([^%]{1,200})%");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*");

    /** A file name with wildcards that SolutionPackager takes: any name, any name of an extension. */
    private static final Pattern ANY_NAME = Pattern.compile("\\*\\.(\\*|[^*?]+)");

    private final Path start;
    private final UnaryOperator<String> variables;
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Begins a list.
     *
     * @param start absolute; where relative paths of {@code to} begin
     * @param variables the value of an environment variable by its name, or null
     */
    public MappingText(Path start, UnaryOperator<String> variables) {
        this.start = start;
        this.variables = variables;
    }

    /**
     * Adds a mapping, or what is wrong with it.
     *
     * @param map what is to be replaced, or null
     * @param to what replaces it, or null
     * @param where what gave it
     */
    public void add(Kind kind, String map, String to, String where) {
        List<String> wrong = new ArrayList<>();
        String from = path(map, "map", wrong);
        String target = path(to, "to", wrong);
        if (wrong.isEmpty()) {
            checkMap(kind, from, wrong);
            checkTo(kind, target, wrong);
        }
        Optional<String> absolute = wrong.isEmpty() ? absolute(target, wrong) : Optional.empty();
        if (absolute.isPresent()) {
            mappings.add(new Mapping(kind, from, absolute.get(), where));
        } else {
            wrong.forEach(what -> problem(where, "<" + kind.element() + "> " + what));
        }
    }

    /** Adds something wrong that is no mapping at all. */
    void problem(String where, String what) {
        problems.add(where + ": " + what + ".");
    }

    /** The mappings without fault, in their order. */
    public List<Mapping> mappings() {
        return List.copyOf(mappings);
    }

    /** What is wrong, one sentence each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Separators of both systems become slashes, variables their values. */
    private String path(String said, String name, List<String> wrong) {
        if (said == null || said.isBlank()) {
            wrong.add("has no " + name + ": map says which files of the source tree are replaced, and to by what");
            return "";
        }
        Matcher matcher = VARIABLE.matcher(said.strip());
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String value = variables.apply(matcher.group(1));
            if (value == null) {
                wrong.add("has " + name + "=\"" + said + "\", and the environment variable " + matcher.group(1)
                        + " is not set");
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value));
        }
        String path = matcher.appendTail(text).toString().replace('\\', '/');
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static void checkMap(Kind kind, String map, List<String> wrong) {
        if (map.startsWith("/")
                || DRIVE.matcher(map).matches()
                || List.of(map.split("/")).contains("..")) {
            wrong.add("has map=\"" + map + "\": that is a path within the source tree, such as WebResources/app.js");
        }
        String name = name(map);
        if (kind == Kind.FOLDER && isPattern(map)) {
            wrong.add("has map=\"" + map + "\": a folder is named without wildcards");
        } else if (kind == Kind.FILE_TO_FILE && isPattern(name)) {
            wrong.add("has map=\"" + map
                    + "\": the name of one file is needed, without wildcards; many files are mapped by" + " <"
                    + Kind.FILE_TO_PATH.element() + ">");
        } else if (kind == Kind.FILE_TO_PATH
                && isPattern(name)
                && !ANY_NAME.matcher(name).matches()) {
            wrong.add("has map=\"" + map + "\": a file name may be *.* or *.ext, such as *.js, and no other pattern");
        }
        checkFolders(kind == Kind.FOLDER ? "" : folder(map), "map", map, wrong);
    }

    private static void checkTo(Kind kind, String to, List<String> wrong) {
        if (kind == Kind.FOLDER && isPattern(to)) {
            wrong.add("has to=\"" + to + "\": a folder is named without wildcards");
        } else if (kind == Kind.FILE_TO_FILE && isPattern(name(to))) {
            wrong.add("has to=\"" + to + "\": it names one file, without wildcards in its name");
        }
        checkFolders(kind == Kind.FILE_TO_FILE ? folder(to) : kind == Kind.FOLDER ? "" : to, "to", to, wrong);
    }

    private static void checkFolders(String folders, String name, String path, List<String> wrong) {
        for (String folder : folders.split("/")) {
            if (isPattern(folder) && !folder.equals("**")) {
                wrong.add("has " + name + "=\"" + path + "\": folders have the wildcard ** only, which is any folder"
                        + " below");
                return;
            }
        }
    }

    /** The path from the root, as far as it has no wildcard without {@code .} and {@code ..}. */
    private Optional<String> absolute(String to, List<String> wrong) {
        int wildcard = to.indexOf("**");
        String plain = wildcard < 0 ? to : to.substring(0, wildcard);
        try {
            Path path = start.resolve(plain).normalize();
            if (DRIVE.matcher(plain).matches() && !Path.of(plain).isAbsolute()) {
                wrong.add("has to=\"" + to + "\": that is a path of Windows, and this build runs elsewhere. Write a"
                        + " relative path, or one with an environment variable: %SOURCES%/bin");
                return Optional.empty();
            }
            String slashes = path.toString().replace('\\', '/');
            return Optional.of(wildcard < 0 ? slashes : slashes + "/" + to.substring(wildcard));
        } catch (InvalidPathException e) {
            wrong.add("has to=\"" + to + "\", which is no path: " + e.getReason());
            return Optional.empty();
        }
    }

    private static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
