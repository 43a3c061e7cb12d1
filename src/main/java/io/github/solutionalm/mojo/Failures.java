package io.github.solutionalm.mojo;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.maven.plugin.MojoExecutionException;

/** Words for exceptions whose own message is not fit for a user. */
final class Failures {

    private Failures() {}

    /** Why a file could not be used, in words: the JDK's own messages are often no more than the file's name. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + " is in the way (" + e.getClass().getSimpleName() + ")";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** An exception that nothing outside can be blamed for. */
    static MojoExecutionException defect(String goal, RuntimeException e) {
        return new MojoExecutionException(
                "solution:" + goal + " failed because of a defect in solution-maven-plugin, not in the package or the"
                        + " configuration: " + e + ". Please report it with the output of 'mvn -e'.",
                e);
    }
}
