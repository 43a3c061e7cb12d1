package io.github.solutionalm.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Makes the temporary folders of all tests as JUnit does, and keeps where they are ({@code junit-platform.properties}). */
public final class KnownFolders implements TempDirFactory {

    static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(KnownFolders.class);

    /** The folders of one test, or those that a class has for all. */
    private record Folders(List<Path> paths) {}

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        Path folder = Files.createTempDirectory("junit-");
        context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> new Folders(new ArrayList<>()), Folders.class)
                .paths()
                .add(folder);
        return folder;
    }

    /** The folders of a test and of its class. */
    static List<Path> of(ExtensionContext context) {
        List<Path> folders = new ArrayList<>();
        for (Optional<ExtensionContext> some = Optional.of(context);
                some.isPresent();
                some = some.get().getParent()) {
            ExtensionContext one = some.get();
            Folders own = one.getStore(NAMESPACE).get(one.getUniqueId(), Folders.class);
            folders.addAll(own == null ? List.of() : own.paths());
        }
        return folders;
    }
}
