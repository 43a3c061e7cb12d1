package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says why an archive is no solution package, and what it seems to be instead. */
final class RootFiles {

    private RootFiles() {}

    static String explain(SolutionArchive archive, List<String> missing) {
        return "The " + archive.format() + " is no solution package: it has no " + String.join(", no ", missing)
                + " at its root. " + advice(archive, missing.get(0));
    }

    private static String advice(SolutionArchive archive, String file) {
        Optional<String> nested = archive.entries().stream()
                .map(Entry::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("/" + file.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (nested.isPresent()) {
            String folder = nested.get().substring(0, nested.get().lastIndexOf('/'));
            if (folder.equalsIgnoreCase("Other")) {
                return "It holds unpacked sources (Other/Solution.xml): pack them first, with 'pac solution pack'.";
            }
            return "It has " + nested.get() + ": the package lies in the folder " + folder
                    + (archive.format().equals("folder")
                            ? ". Name that folder as the package."
                            : ". Zip the content of that folder, not the folder itself.");
        }
        List<Entry> zips = archive.entries().stream()
                .filter(entry -> entry.name().toLowerCase(Locale.ROOT).endsWith(".zip"))
                .toList();
        if (!zips.isEmpty()) {
            return "It holds " + zips.get(0).name() + (zips.size() > 1 ? " and other zips" : "")
                    + ": if that is the solution, take it out and name it as the package.";
        }
        return "Name the .zip or .cab that was exported from Dataverse.";
    }
}
