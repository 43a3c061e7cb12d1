package io.github.solutionalm.mojo;

import io.github.solutionalm.mojo.build.MavenBuild;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** Adds the source tree. */
abstract class AbstractSourceTreeMojo extends AbstractSolutionMojo {

    /**
     * The source tree: the folder that holds {@code Other/Solution.xml}, as {@code pac solution unpack} and SolutionPackager write
     * it. Default: {@code src/main/solution}; if that does not exist and {@code src} is a source tree, {@code src}. A relative path
     * starts at the project's base directory. {@code pack} fails if it is no source tree, {@code unpack} if it is anything else than
     * one or new.
     */
    @Parameter(property = PREFIX + "sourceDirectory")
    private File sourceDirectory;

    AbstractSourceTreeMojo(String goal, MavenBuild build) {
        super(goal, build);
    }

    final Optional<File> sourceDirectory() {
        return Optional.ofNullable(sourceDirectory);
    }
}
