package io.github.solutionalm.sourcetree;

/**
 * Takes a file or folder of a source tree from elsewhere: built assemblies, scripts.
 *
 * @param kind what is mapped
 * @param from path in the tree with forward slashes, or name of an assembly; may hold {@code *} and {@code **}
 * @param to absolute path of the file or folder that is read instead, with forward slashes; may hold {@code *} and {@code **}
 * @param where what gave it, to be named in errors, such as {@code map.xml:4}
 */
public record Mapping(Kind kind, String from, String to, String where) {

    /** What a mapping maps: the elements of pac's mapping file. */
    public enum Kind {
        /** {@code <FileToFile>}. */
        FILE_TO_FILE,
        /** {@code <FileToPath>}. */
        FILE_TO_PATH,
        /** {@code <Folder>}. */
        FOLDER
    }
}
