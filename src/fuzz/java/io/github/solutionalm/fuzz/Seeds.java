package io.github.solutionalm.fuzz;

import io.github.solutionalm.archive.cab.CabFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** What a target begins with: the seeds that are kept, archives packed from them, and grown ones. */
final class Seeds {

    private final Path kept;
    private final long seed;

    /**
     * @param kept folder with a folder for each target
     * @param seed what is grown is chosen by it
     */
    Seeds(Path kept, long seed) {
        this.kept = kept;
        this.seed = seed;
    }

    /**
     * Writes the seeds of a target, and its dictionary.
     *
     * @param corpus a folder that is there
     * @param grown how many to grow
     */
    void write(FuzzTarget target, Path corpus, int grown) throws IOException {
        int number = 0;
        List<byte[]> documents = documents(target);
        for (byte[] document : documents) {
            Files.write(corpus.resolve("kept-" + number++), document);
        }
        List<String> pieces = target.dictionary.pieces();
        if (pieces.isEmpty()) {
            return;
        }
        Random random = new Random(seed * 31 + target.ordinal());
        for (int i = 0; i < grown; i++) {
            byte[] document = documents.get(random.nextInt(documents.size()));
            int place = random.nextInt(Math.max(1, GrownInput.places(document)));
            int count = GrownInput.COUNTS.length - 1 - random.nextInt(3);
            String piece = pieces.get(random.nextInt(pieces.size()));
            Files.write(corpus.resolve("grown-" + i), GrownInput.of(document, place, count, piece));
        }
    }

    private List<byte[]> documents(FuzzTarget target) throws IOException {
        boolean archive = target == FuzzTarget.ZIP || target == FuzzTarget.CAB;
        List<byte[]> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(kept.resolve(archive ? "folder" : target.label()))) {
            for (Path file : files.sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                if (archive) {
                    documents.addAll(packed(target, ExplodedPackage.of(content)));
                } else {
                    documents.add(content);
                }
            }
        }
        return documents;
    }

    private static List<byte[]> packed(FuzzTarget target, ExplodedPackage parts) {
        return target == FuzzTarget.ZIP
                ? List.of(parts.zip(Deflater.NO_COMPRESSION), parts.zip(Deflater.BEST_COMPRESSION))
                : List.of(
                        cabinet(CabFixture.cab().folder(CabFixture.STORED), parts),
                        cabinet(CabFixture.cab().folder(CabFixture.MSZIP), parts),
                        cabinet(
                                CabFixture.cab().withoutChecksums().folder(CabFixture.STORED),
                                new ExplodedPackage(java.util.Map.of("solution.zip", parts.zip(0)))));
    }

    private static byte[] cabinet(CabFixture cabinet, ExplodedPackage parts) {
        parts.parts().forEach((name, content) -> cabinet.with(name, content));
        return cabinet.bytes();
    }

    /** Pieces for the fuzzer to put in, as libFuzzer's dictionaries are written. */
    static void writeDictionary(FuzzTarget target, Path file) throws IOException {
        StringBuilder lines = new StringBuilder("\"\\x1e\\x00\\x01\\x07a\"\n");
        for (String piece : target.dictionary.pieces()) {
            lines.append('"');
            for (byte b : piece.getBytes(StandardCharsets.UTF_8)) {
                lines.append(String.format(java.util.Locale.ROOT, "\\x%02x", b & 0xFF));
            }
            lines.append("\"\n");
        }
        Files.writeString(file, lines, StandardCharsets.US_ASCII);
    }
}
