package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A file or folder that is not a package, with the details needed to recognise what it is.
 *
 * @param form {@code zip}, {@code cab}, {@code folder} or {@code file}
 * @param names paths of the files in it, with forward slashes; none of a file
 * @param text beginning of a file; empty for the other forms
 */
record PackageCandidate(Path path, String form, List<String> names, String text) {

    private static final int HEAD = 8 << 10;

    static PackageCandidate archive(Path path, SolutionArchive archive) {
        return new PackageCandidate(
                path,
                archive.format(),
                archive.entries().stream().map(Entry::name).toList(),
                "");
    }

    /** A folder, looked at without reading the files in it: it may be a whole repository. */
    static PackageCandidate folder(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        return new PackageCandidate(folder, "folder", FolderListing.of(folder), "");
    }

    static PackageCandidate file(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String text = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return new PackageCandidate(
                    path, "file", List.of(), text.replace("\0", "")); // of UTF-16 too what is ASCII in it
        }
    }

    boolean isFile() {
        return form.equals("file");
    }

    boolean isFolder() {
        return form.equals("folder");
    }

    /** Whether its own name ends so, in any case. */
    boolean isCalled(String ending) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(ending.toLowerCase(Locale.ROOT));
    }

    /** Whether all of these files are at its root. */
    boolean has(String... files) {
        return Stream.of(files).allMatch(file -> names.stream().anyMatch(file::equalsIgnoreCase));
    }

    /** Whether there is a file in or below this folder at its root. */
    boolean hasFolder(String folder) {
        return names.stream().anyMatch(name -> name.regionMatches(true, 0, folder + "/", 0, folder.length() + 1));
    }

    /** The files at any depth whose paths end so, the highest first. */
    List<String> ending(String ending) {
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(ending.toLowerCase(Locale.ROOT)))
                .sorted((a, b) -> Long.compare(depth(a), depth(b)))
                .toList();
    }

    /** The files at its root whose names end so. */
    List<String> atRoot(String ending) {
        return ending(ending).stream().filter(name -> depth(name) == 0).toList();
    }

    /** The folders in which a file of this name lies, {@code ""} for the root; the highest first. */
    List<String> foldersOf(String file) {
        return ending(file).stream()
                .filter(name -> name.length() == file.length() || name.charAt(name.length() - file.length() - 1) == '/')
                .map(name -> name.substring(0, Math.max(0, name.length() - file.length() - 1)))
                .toList();
    }

    static long depth(String name) {
        return name.chars().filter(c -> c == '/').count();
    }

    /** Root element and the first one in it, of an XML file: {@code ImportExportXml/SolutionManifest}. */
    String xml() {
        StringBuilder elements = new StringBuilder();
        try (InputStream in = isFile() ? Files.newInputStream(path) : InputStream.nullInputStream()) {
            XMLStreamReader reader = SafeXml.reader(in);
            while (reader.hasNext() && elements.indexOf("/") < 0) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    elements.append(elements.isEmpty() ? "" : "/").append(reader.getLocalName());
                }
            }
        } catch (XMLStreamException | IOException e) {
            // as far as it is XML
        }
        return elements.toString();
    }

    /** The path of what lies in it, as one can name it. */
    Path resolve(String name) {
        return path.resolve(name).normalize();
    }

    /** A path as it is written in a command. */
    static String inCommand(Object path) {
        String text = path.toString();
        return text.contains(" ") ? '"' + text + '"' : text;
    }

    Optional<Path> folderAround() {
        return Optional.ofNullable(path.toAbsolutePath().normalize().getParent());
    }
}
