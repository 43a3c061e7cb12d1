package io.github.solutionalm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * A package of 2 KB may hold a text of hundreds of thousands of characters. So every regular expression takes a time that
 * grows with the length of the text and no faster, whatever the text is; and none stands where this test does not see it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RegularExpressionsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    /** A regular expression in a call, or the name of a constant. */
    private static final Pattern INLINE =
            Pattern.compile("\\.(?:(matches|split)|(?:replaceAll|replaceFirst)(?=\\(\\s*\"[^\\n]*\",))"
                    + "\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[\\w.]+)");

    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern WHOLE = Pattern.compile(
            "\\.matcher\\([^;]*?\\)\\s*\\.matches\\(\\)|::matcher\\)\\s*\\.filter\\(Matcher::matches\\)");

    private static final int SHORT = 2_000;
    private static final int LONG = 4 * SHORT;
    /** Looks at a character, on average. */
    private static final int BOUND = 150;

    /** A hundred megabytes, that go with this instance. */
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(new HouseRulesTest.WithoutGeneratedHelp())
            .importPackages(HouseRulesTest.ROOT);

    /** How a regular expression is used. */
    private enum Use {
        /** On the whole text. */
        MATCH {
            @Override
            void on(Pattern pattern, CharSequence text) {
                pattern.matcher(text).matches();
            }
        },
        /** Anywhere in it, again and again. */
        FIND {
            @Override
            void on(Pattern pattern, CharSequence text) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {}
                pattern.matcher(text).matches();
            }
        };

        abstract void on(Pattern pattern, CharSequence text);
    }

    private record Expression(String where, Pattern pattern, Use use) {}

    @TestFactory
    Stream<DynamicTest> timeGrowsWithTheLengthOfTheTextAndNoFaster() throws Exception {
        return expressions().stream()
                .map(each -> dynamicTest(
                        each.where() + " " + each.pattern(),
                        () -> assertEquals(List.of(), slow(each), each.where() + " looks at too many characters of")));
    }

    @Test
    void theTestNoticesWhatGrowsFaster() {
        for (String regex :
                List.of("\\s*\\R\\s*", "(.*) \\(([^)]*)\\)", "(?is)<title[^>]*>(.{1,300}?)</title>", "/+$")) {
            assertFalse(
                    slow(new Expression("", Pattern.compile(regex), Use.FIND)).isEmpty(), regex);
        }
    }

    /** A class has its patterns made once, in constants; none is made of what somebody gives. */
    @Test
    void everyExpressionIsAConstant() {
        noClasses()
                .should()
                .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "a pattern is made outside of a constant",
                        (JavaMethodCall call) -> isPattern(call, "compile")
                                        && !call.getOrigin().getName().equals("<clinit>")
                                || isPattern(call, "matches")))
                .check(classes);
    }

    @Test
    void everyConstantIsSeenHere() throws Exception {
        long compiled = classes.stream()
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> isPattern(call, "compile"))
                .count();
        assertEquals(compiled, constants().size());
    }

    private static boolean isPattern(JavaMethodCall call, String method) {
        return call.getTargetOwner().isEquivalentTo(Pattern.class)
                && call.getTarget().getName().equals(method);
    }

    private List<Expression> expressions() throws Exception {
        List<Expression> all = new ArrayList<>(constants());
        all.addAll(inline());
        return all;
    }

    private List<Expression> constants() throws Exception {
        List<Expression> constants = new ArrayList<>();
        for (JavaClass each : classes) {
            for (Field field : Class.forName(each.getName()).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    patterns(field.get(null))
                            .forEach(pattern -> constants.add(new Expression(
                                    each.getSimpleName() + "." + field.getName(), pattern, use(each, field))));
                }
            }
        }
        return constants;
    }

    private static Stream<Pattern> patterns(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(RegularExpressionsTest::patterns);
        }
        return value instanceof Pattern pattern ? Stream.of(pattern) : Stream.empty();
    }

    /** Only on the whole text, if the source does nothing else with it than {@code NAME.matcher(…).matches()}. */
    private static Use use(JavaClass owner, Field field) {
        String top = owner.getName().replaceAll("\\$.*", "").replace('.', '/');
        String source =
                COMMENT_OR_TEXT.matcher(read(SOURCES.resolve(top + ".java"))).replaceAll("");
        Matcher uses = Pattern.compile("(?:Matcher (\\w+) = )?\\b" + field.getName() + "\\b(?! =)")
                .matcher(source);
        while (uses.find()) {
            Pattern whole = uses.group(1) == null ? WHOLE : onlyWhole(uses.group(1));
            if (!whole.matcher(source).region(uses.end(), source.length()).lookingAt()) {
                return Use.FIND;
            }
        }
        return Use.MATCH;
    }

    /** Nothing but its groups is asked of a matcher besides, up to the end of the method. */
    private static Pattern onlyWhole(String matcher) {
        return Pattern.compile(
                "(?s)(?!.*?\\b" + matcher + "\\.(?:find|lookingAt|results|replace|append|region).*?\\n    }).*?\\b"
                        + matcher + "\\.matches\\(\\)");
    }

    /** {@code text.matches("…")} and its like. What is given there is a literal, or a constant of one character. */
    private List<Expression> inline() throws IOException {
        List<Expression> inline = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher call = INLINE.matcher(read(file));
                while (call.find()) {
                    String argument = call.group(2);
                    if (argument.startsWith("\"")) {
                        Pattern pattern = Pattern.compile(
                                argument.substring(1, argument.length() - 1).translateEscapes());
                        Use use = "matches".equals(call.group(1)) ? Use.MATCH : Use.FIND;
                        inline.add(new Expression(file.getFileName().toString(), pattern, use));
                    } else if ("split".equals(call.group(1))) {
                        // engine.Property.SEPARATOR, File.pathSeparator
                        assertEquals(
                                true,
                                Set.of("Property.SEPARATOR", "File.pathSeparator")
                                        .contains(argument),
                                argument);
                    }
                }
            }
        }
        return inline;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The texts that take too long: tried at small lengths first, since there are thousands of them. */
    private static List<String> slow(Expression expression) {
        List<String> slow = new ArrayList<>();
        for (Repeat repeat : repeats(expression.pattern().pattern())) {
            if (exceeds(expression, repeat)
                    || grows(expression, repeat, SHORT / 10) && grows(expression, repeat, SHORT)) {
                slow.add(repeat.toString());
                if (slow.size() == 3) {
                    return slow;
                }
            }
        }
        return slow;
    }

    private static boolean grows(Expression expression, Repeat repeat, int length) {
        return looks(expression, repeat.text(4 * length))
                > 6 * Math.max(length, looks(expression, repeat.text(length)));
    }

    private static boolean exceeds(Expression expression, Repeat repeat) {
        return looks(expression, repeat.text(LONG / 10)) > BOUND * LONG / 10
                && looks(expression, repeat.text(LONG)) > BOUND * LONG;
    }

    /** One more than the bound allows where it would be more; a stack that overflows is too many as well. */
    private static long looks(Expression expression, String text) {
        long most = (long) BOUND * Math.max(100, text.length());
        CountedText counted = new CountedText(text, most);
        try {
            expression.use().on(expression.pattern(), counted);
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            return most + 1;
        }
        return counted.looks();
    }

    /** A beginning, a unit that comes again and again, and an end that lets the match fail. */
    private record Repeat(String before, String unit, String after) {
        String text(int length) {
            return before + unit.repeat(length / unit.length()) + after;
        }

        @Override
        public String toString() {
            return (before + "(" + unit + ")*" + after).replace("\n", "\\n").replace("\r", "\\r");
        }
    }

    private static List<Repeat> repeats(String regex) {
        Set<String> words = words(regex);
        Set<String> units = new LinkedHashSet<>(List.of(" ", "\n", "\r\n", "a", "a_", "1", "\"", ".", "-", "/"));
        units.addAll(words);
        for (String word : words) {
            for (String filler : List.of(" ", "\n", "a", "1", "\"")) {
                units.add(word + filler);
            }
        }
        Set<String> before = new LinkedHashSet<>(List.of("", "a", "\n"));
        before.addAll(words);
        List<Repeat> repeats = new ArrayList<>();
        for (String start : before) {
            for (String unit : units) {
                for (String end : List.of("", "\u0001", "x\n!")) {
                    repeats.add(new Repeat(start, unit, end));
                }
            }
        }
        return repeats;
    }

    /** What stands in it literally: runs of it, and what stands between its alternatives and classes. */
    private static Set<String> words(String regex) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder all = new StringBuilder();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            boolean escaped = c == '\\' && i + 1 < regex.length();
            if (escaped) {
                c = regex.charAt(++i);
            }
            boolean literal = escaped ? !Character.isLetterOrDigit(c) : "()[]{}|?*+^$.".indexOf(c) < 0;
            if (literal) {
                run.append(c);
                all.append(c);
            } else if (!run.isEmpty()) {
                words.add(run.toString());
                run.setLength(0);
            }
        }
        if (!run.isEmpty()) {
            words.add(run.toString());
        }
        if (!all.isEmpty()) {
            words.add(all.toString());
        }
        return words.stream().limit(8).collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }
}
