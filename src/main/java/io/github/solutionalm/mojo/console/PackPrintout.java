package io.github.solutionalm.mojo.console;

import io.github.solutionalm.mojo.sources.PackageToMake;
import io.github.solutionalm.mojo.sources.PackageVersion;
import io.github.solutionalm.sourcetree.PackedSolution;
import io.github.solutionalm.sourcetree.SourceTree;
import java.util.Optional;

/** Prints what is packed. */
public final class PackPrintout {

    private final Printout out;

    public PackPrintout(Printout out) {
        this.out = out;
    }

    /** {@code Sources      src/main/solution, ContosoOrders, managed and unmanaged}. */
    public void sources(SourceTree tree) {
        String type =
                switch (tree.type()) {
                    case MANAGED -> "managed";
                    case UNMANAGED -> "unmanaged";
                    case BOTH -> "managed and unmanaged";
                };
        out.line("Sources", out.path(tree.folder()) + ", " + tree.manifest().uniqueName() + ", " + type);
    }

    /** {@code Version      2.1.0.57 (POM version 2.1.0-SNAPSHOT, build number 57)}. */
    public void version(PackageVersion version) {
        out.line("Version", version.version() + " (" + version.source() + ")");
        version.warning().ifPresent(out::warning);
    }

    /**
     * {@code Package      target/orders-2.1.0.zip, managed, 41 files; the main artifact}.
     *
     * @param packed empty when it is up to date
     * @param role what it is to the project
     */
    public void packed(PackageToMake file, Optional<PackedSolution> packed, Optional<String> role) {
        out.line(
                "Package",
                out.path(file.file()) + ", " + file.type()
                        + packed.map(one -> ", " + Wording.count(one.entries(), "file"))
                                .orElse(", is up to date")
                        + role.map(what -> "; " + what).orElse(""));
        packed.ifPresent(one -> one.warnings().forEach(out::warning));
    }

    /** The module has no source tree. */
    public void nothing() {
        out.line("Sources", "none; nothing is packed");
    }
}
