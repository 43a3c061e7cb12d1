package io.github.solutionalm.mojo.sources;

import io.github.solutionalm.sourcetree.Mapping;
import io.github.solutionalm.sourcetree.Mapping.Kind;
import io.github.solutionalm.sourcetree.MappingText;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * {@code <mappings>} of the configuration. Maven calls a method for each element, by its name and in their order; a plain list would
 * forget the names.
 */
public final class MappingsParameter {

    private record Said(Kind kind, MappingParameter mapping) {}

    private final List<Said> said = new ArrayList<>();

    /** No mapping yet. */
    public MappingsParameter() {}

    public void addFileToFile(MappingParameter mapping) {
        said.add(new Said(Kind.FILE_TO_FILE, mapping));
    }

    public void addFileToPath(MappingParameter mapping) {
        said.add(new Said(Kind.FILE_TO_PATH, mapping));
    }

    public void addFolder(MappingParameter mapping) {
        said.add(new Said(Kind.FOLDER, mapping));
    }

    /**
     * The mappings, in their order.
     *
     * @param text begins where relative paths begin
     * @throws MojoExecutionException naming all that is wrong
     */
    public List<Mapping> in(MappingText text) throws MojoExecutionException {
        for (int i = 0; i < said.size(); i++) {
            Said one = said.get(i);
            text.add(one.kind(), one.mapping().map(), one.mapping().to(), "number " + (i + 1) + " of <mappings>");
        }
        if (!text.problems().isEmpty()) {
            throw new MojoExecutionException("Tried to read <mappings> but failed because: "
                    + String.join(System.lineSeparator(), text.problems()));
        }
        return text.mappings();
    }
}
