package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.*;
import io.github.solutionalm.model.*;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class TmpTest {
    @Test
    void all() throws Exception {
        Map<String, Integer> types = new TreeMap<>();
        int unresolvedRoots = 0;
        for (Path p : (Iterable<Path>) Files.list(Path.of("../shared/corpus")).sorted()::iterator) {
            if (!p.toString().endsWith(".zip")) continue;
            long t = System.nanoTime();
            try (SolutionArchive a = Archives.open(p, ArchiveLimits.DEFAULT)) {
                PackageReader r = PackageReader.open(a);
                SolutionPackage s = r.read(ContentSink.NONE, ReadListener.NONE);
                Set<ComponentKey> keys = new HashSet<>();
                for (var c : s.components()) {
                    types.merge(c.key().type().name() + (c.isContext() ? "(ctx)" : ""), 1, Integer::sum);
                    keys.add(c.key());
                    if (c.key().key().contains("#")) System.out.println("ORD " + p.getFileName() + " " + c.key());
                }
                for (var rc : s.manifest().rootComponents())
                    if (rc.keys().stream().noneMatch(k -> keys.contains(new ComponentKey(rc.type(), k)))) {
                        unresolvedRoots++;
                        System.out.println("ROOT " + p.getFileName() + " " + rc);
                    }
                if (!s.unclaimedFiles().isEmpty())
                    System.out.println(
                            "UNCL " + p.getFileName() + " " + s.unclaimedFiles().size() + " "
                                    + s.unclaimedFiles().stream().limit(4).toList());
            } catch (Exception x) {
                System.out.println("ERR " + p.getFileName() + " " + x);
                if (!(x instanceof io.github.solutionalm.SolutionException) && !(x instanceof ArchiveException))
                    x.printStackTrace(System.out);
            }
            long ms = (System.nanoTime() - t) / 1000000;
            if (ms > 700) System.out.println("SLOW " + ms + " " + p);
        }
        System.out.println(types + " " + unresolvedRoots);
    }
}
