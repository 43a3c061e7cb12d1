package io.github.solutionalm.sourcetree;

/** Folders that a source tree has under another name than the package. */
final class FolderNames {

    private static final String CONNECTOR = "Connector/";
    private static final String CONNECTORS = "Connectors/";
    static final String FORMULAS = "Formulas/";

    private FolderNames() {}

    /** Where the tree has a file of the package. Formulas are in the folder of their table, which their name alone doesn't tell. */
    static String inTree(String name) {
        return begins(name, CONNECTOR) ? CONNECTORS + name.substring(CONNECTOR.length()) : name;
    }

    /** The name in the package of a file of the tree. */
    static String inPackage(String path) {
        if (begins(path, CONNECTORS)) {
            return CONNECTOR + path.substring(CONNECTORS.length());
        }
        String[] names = path.split("/", 3);
        boolean formula = names.length == 3 && names[0].equalsIgnoreCase(Layout.TABLES) && begins(names[2], FORMULAS);
        return formula ? names[2] : path;
    }

    private static boolean begins(String path, String folder) {
        return path.regionMatches(true, 0, folder, 0, folder.length());
    }
}
