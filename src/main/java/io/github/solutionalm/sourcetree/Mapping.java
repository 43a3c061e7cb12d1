package io.github.solutionalm.sourcetree;

/**
 * Takes a file or folder of a source tree from elsewhere: built assemblies, scripts.
 *
 * @param kind what is mapped
 * @param from path in the tree with forward slashes, or name of a file or assembly; may hold {@code *} and {@code **}
 * @param to file or folder that is read instead: absolute, with forward slashes; may hold the folder {@code **}, which is no
 *     path on Windows
 * @param where what gave it, to be named in errors, such as {@code map.xml:4}
 */
public record Mapping(Kind kind, String from, String to, String where) {

    /** What a mapping maps: the elements of pac's mapping file. */
    public enum Kind {
        /** {@code <FileToFile>}. */
        FILE_TO_FILE("FileToFile"),
        /** {@code <FileToPath>}. */
        FILE_TO_PATH("FileToPath"),
        /** {@code <Folder>}. */
        FOLDER("Folder");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        /** Its element in a mapping file. */
        public String element() {
            return element;
        }
    }
}
