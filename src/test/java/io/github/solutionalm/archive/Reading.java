package io.github.solutionalm.archive;

import io.github.solutionalm.archive.SolutionArchive.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads archives as the tests do over and over. */
final class Reading {

    private Reading() {}

    static SolutionArchive open(Path file) throws ArchiveException {
        return Archives.open(file, ArchiveLimits.DEFAULT);
    }

    static byte[] bytes(SolutionArchive archive, String name) throws IOException {
        try (InputStream in = archive.open(archive.find(name).orElseThrow())) {
            return in.readAllBytes();
        }
    }

    static String text(SolutionArchive archive, String name) throws IOException {
        return new String(bytes(archive, name), StandardCharsets.UTF_8);
    }

    static List<String> names(SolutionArchive archive) {
        return archive.entries().stream().map(Entry::name).toList();
    }

    /** Opens a file and reads all that is in it. */
    static void everything(Path file) throws IOException {
        try (SolutionArchive archive = open(file)) {
            for (Entry entry : archive.entries()) {
                try (InputStream in = archive.open(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }
}
