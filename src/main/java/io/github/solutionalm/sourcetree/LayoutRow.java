package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the {@link Layout}: a kind of component, where {@code customizations.xml} has it, and where a source tree has it.
 * Packing and unpacking both go by it.
 *
 * @param section the section of {@code customizations.xml}; of parts of a table the element of {@code Entity}
 * @param groups elements between the section and the item
 * @param item the element that a file holds, or empty for the section as a whole
 * @param file path of the file, in the tree or in the folder of the table
 * @param reads the paths that are files of this kind
 * @param contents elements that name files of the package
 * @param contentFile where the tree has that file, if not where the package has it
 * @param id what tells one component from another: no two files may say the same
 * @param traits what else is peculiar to it
 */
record LayoutRow(
        String section,
        List<String> groups,
        String item,
        NameTemplate file,
        PathPattern reads,
        List<String> contents,
        Optional<NameTemplate> contentFile,
        NameTemplate id,
        Set<Trait> traits) {

    /** What is peculiar to a kind of component. */
    enum Trait {
        /** A tree of both types has it twice: {@code x.xml} and {@code x_managed.xml}. */
        TWINS,
        /** The other files in the folder of its file belong to it. */
        FOLDER,
        /** Its file does not declare {@code xmlns:xsi}. */
        NO_SCHEMA_INSTANCE,
        /** The files of its components come by their names in lower case, whatever the order of the components. */
        CONTENTS_BY_NAME,
        /** A name that looks as if it had an extension gets no {@code .xml}. */
        KEEPS_EXTENSION
    }

    /** Ends the name of the file that a managed package takes. */
    static final String MANAGED = "_managed";

    private static final String XML = ".xml";

    /**
     * A kind of component with a file each.
     *
     * @param path elements from the root of {@code customizations.xml}, or from {@code Entity}, to the item
     */
    static LayoutRow items(String path, String file) {
        List<String> steps = List.of(path.split("/"));
        int last = steps.size() - 1;
        return row(steps.get(0), steps.subList(1, Math.max(1, last)), steps.get(last), file);
    }

    /** A section that one file holds as a whole. */
    static LayoutRow whole(String section, String file) {
        return row(section, List.of(), "", file);
    }

    private static LayoutRow row(String section, List<String> groups, String item, String file) {
        return new LayoutRow(
                section,
                List.copyOf(groups),
                item,
                new NameTemplate(file),
                reading(file),
                List.of(),
                Optional.empty(),
                new NameTemplate(file),
                Set.of());
    }

    /** What is in braces is the text of a name. */
    private static PathPattern reading(String template) {
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (int place = template.indexOf('{'); place >= 0; place = template.indexOf('{', end)) {
            pattern.append(template, end, place).append('*');
            end = template.indexOf('}', place) + 1;
        }
        return PathPattern.of(pattern.append(template.substring(end)).toString());
    }

    /** The paths that are files of this kind, where the template does not tell. */
    LayoutRow reads(String pattern) {
        return new LayoutRow(section, groups, item, file, PathPattern.of(pattern), contents, contentFile, id, traits);
    }

    /** The elements that name files of the package, which the tree has at the same path. */
    LayoutRow contents(String... elements) {
        return new LayoutRow(section, groups, item, file, reads, List.of(elements), contentFile, id, traits);
    }

    /** Where the tree has the file that the only of {@code contents} names. */
    LayoutRow contentIn(String template) {
        return new LayoutRow(
                section, groups, item, file, reads, contents, Optional.of(new NameTemplate(template)), id, traits);
    }

    /** What tells one component from another, if not the name of its file. */
    LayoutRow id(String template) {
        return new LayoutRow(
                section, groups, item, file, reads, contents, contentFile, new NameTemplate(template), traits);
    }

    LayoutRow with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new LayoutRow(section, groups, item, file, reads, contents, contentFile, id, Set.copyOf(more));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    boolean isWhole() {
        return item.isEmpty();
    }

    /** The path of the file that holds an element, if the element says it. */
    Optional<String> path(Element element, boolean managedTwin) {
        Optional<String> path =
                is(Trait.KEEPS_EXTENSION) ? file.of(element).map(LayoutRow::withoutSecondExtension) : file.of(element);
        return managedTwin ? path.map(LayoutRow::twinOf) : path;
    }

    /** SolutionPackager takes what follows a dot of the name for the extension of the file. */
    private static String withoutSecondExtension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - XML.length());
        int dot = name.lastIndexOf('.');
        return dot < 0 || dot == name.length() - 1 ? path : path.substring(0, path.length() - XML.length());
    }

    /** {@code x.xml} gives {@code x_managed.xml}. */
    static String twinOf(String path) {
        return path.substring(0, path.length() - XML.length()) + MANAGED + XML;
    }

    /** {@code x_managed.xml} gives {@code x.xml}; any other path itself. */
    String first(String path) {
        String end = MANAGED + XML;
        return is(Trait.TWINS) && path.regionMatches(true, path.length() - end.length(), end, 0, end.length())
                ? path.substring(0, path.length() - end.length()) + path.substring(path.length() - XML.length())
                : path;
    }
}
