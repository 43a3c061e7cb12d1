package io.github.solutionalm.report.html;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which files of an output directory make up the page (docs/files.md), and in which order: plans, results, and the rest. */
final class ReportFiles {

    /** Makes a section of a file. */
    private interface Reader {
        Section read(JsonFile file, String id) throws IOException;
    }

    /** A file, by its path in the output directory; {@code id} is that of its section. */
    private record Place(String path, String id, Reader reader) {}

    private final Path directory;
    private final List<Place> places = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> ids;
    private final String module;

    private ReportFiles(Path directory, String module, Set<String> ids) {
        this.directory = directory;
        this.module = module;
        this.ids = ids;
    }

    /** The files that are there, by their paths. */
    static List<Path> in(Path directory) throws IOException {
        ReportFiles files = new ReportFiles(directory, "", new HashSet<>());
        files.find();
        List<Path> found = new ArrayList<>(files.places.stream()
                .map(place -> directory.resolve(place.path()))
                .toList());
        if (files.summary().exists()) {
            found.add(files.summary().path());
        }
        return found;
    }

    /** What the page shows. */
    static List<Section> sections(List<HtmlReport.Source> sources) throws IOException {
        List<Section> sections = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (HtmlReport.Source source : sources) {
            ReportFiles files = new ReportFiles(source.directory(), source.name(), ids);
            files.find();
            sections.addAll(files.read());
        }
        return sections;
    }

    private JsonFile summary() {
        return new JsonFile(directory.resolve("summary.json"));
    }

    private void find() throws IOException {
        for (String folder : folders(directory)) {
            find(folder + "/plan.json", Anchor.of("plan", folder), (file, id) -> new PlanSection(file, id, "Plan"));
            find(
                    folder + "/apply-plan.json",
                    Anchor.of("apply-plan", folder),
                    (file, id) -> new PlanSection(file, id, "Plan of the application"));
        }
        for (String folder : folders(directory.resolve("rehearse"))) {
            find(
                    "rehearse/" + folder + "/plan.json",
                    Anchor.of("rehearse", folder),
                    (file, id) -> new PlanSection(file, id, "Rehearsal"));
        }
        find("diff.json", "diff", DiffSection::new);
        find("dependencies.json", "dependencies", DependenciesSection::new);
        find("environment.json", "environment", EnvironmentSection::new);
        find("inspection.json", "inspection", InspectionSection::new);
    }

    private void find(String path, String id, Reader reader) {
        if (Files.isRegularFile(directory.resolve(path))) {
            places.add(new Place(path, id, reader));
        }
    }

    private static Iterable<String> folders(Path directory) throws IOException {
        Set<String> names = new TreeSet<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, Files::isDirectory)) {
                folders.forEach(folder -> names.add(folder.getFileName().toString()));
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return names;
    }

    /** Plans come first, then what was done, then what there is. */
    private List<Section> read() {
        List<Place> plans = places.stream()
                .filter(place -> place.path().endsWith("plan.json"))
                .toList();
        plans.forEach(this::read);
        if (summary().exists()) {
            readSummary();
        }
        places.stream().filter(place -> !plans.contains(place)).forEach(this::read);
        return sections;
    }

    private void readSummary() {
        String id = unique("operations");
        try {
            SummarySection operations = new SummarySection(summary(), id);
            add(operations);
            for (String result : operations.results()) {
                Path path = directory.resolve(result).normalize();
                if (path.startsWith(directory) && Files.isRegularFile(path)) {
                    read(new Place(result, Anchor.of(parent(result)), ImportSection::new));
                }
            }
        } catch (IOException e) {
            add(new UnreadableSection(id, e.getMessage()));
        }
    }

    private static String parent(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : path;
    }

    private void read(Place place) {
        String id = unique(place.id());
        try {
            add(place.reader().read(new JsonFile(directory.resolve(place.path())), id));
        } catch (IOException e) {
            add(new UnreadableSection(id, e.getMessage()));
        }
    }

    private void add(Section section) {
        sections.add(module.isEmpty() ? section : new ModuleSection(module, section));
    }

    private String unique(String id) {
        String own = module.isEmpty() ? id : Anchor.of(module, id);
        String free = own;
        for (int i = 2; !ids.add(free); i++) {
            free = own + "~" + i;
        }
        return free;
    }
}
