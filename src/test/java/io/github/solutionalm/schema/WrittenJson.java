package io.github.solutionalm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every JSON file that a test leaves in its temporary folders keeps to its schema. JUnit runs it after each test of every
 * class ({@code META-INF/services}); tests that replace files look at them in between, with {@link #check}.
 */
public final class WrittenJson implements AfterEachCallback, AfterAllCallback {

    private static final Schemas SCHEMAS = new Schemas();
    /** Of one file. */
    private static final int SHOWN = 5;

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        look(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        look(context);
    }

    private static void look(ExtensionContext context) throws IOException {
        boolean byHand = Stream.concat(context.getElement().stream(), context.getTestClass().stream())
                .anyMatch(element -> element.isAnnotationPresent(ByHand.class));
        if (byHand) {
            return;
        }
        for (Path folder : KnownFolders.of(context)) {
            check(folder, seen(context));
        }
    }

    /** Files that were looked at and have not changed since; a folder may belong to all tests of a class. */
    @SuppressWarnings("unchecked") // nobody else has the namespace
    private static Set<String> seen(ExtensionContext context) {
        return (Set<String>) context.getRoot()
                .getStore(KnownFolders.NAMESPACE)
                .getOrComputeIfAbsent("seen", key -> new HashSet<String>());
    }

    /** Looks at all files of a folder. */
    public static void check(Path folder) throws IOException {
        check(folder, new HashSet<>());
    }

    private static void check(Path folder, Set<String> seen) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> written;
        try (Stream<Path> all = Files.walk(folder)) {
            written = all.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        List<String> wrong = new ArrayList<>();
        for (Path file : written) {
            try {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                if (seen.add(file + " " + is.fileKey() + " " + is.lastModifiedTime())) {
                    SCHEMAS.wrong(file).stream().limit(SHOWN).forEach(wrong::add);
                }
            } catch (NoSuchFileException e) {
                continue; // a process of the test still goes on
            }
        }
        assertThat(wrong).isEmpty();
    }
}
