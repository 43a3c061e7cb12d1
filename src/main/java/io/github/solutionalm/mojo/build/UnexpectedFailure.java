package io.github.solutionalm.mojo.build;

import io.github.solutionalm.SolutionException;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;

/** Turns an unexpected exception, most likely a defect of the plugin, into a message for the user. */
public final class UnexpectedFailure {

    private UnexpectedFailure() {}

    /**
     * The exception that ends the goal.
     *
     * @throws ThreadDeath rethrown, like fatal errors of the virtual machine
     */
    public static MojoExecutionException of(String goal, Throwable e) {
        if (e instanceof StackOverflowError) {
            return new MojoExecutionException(
                    "Tried to run solution:" + goal
                            + " but failed because: the input is nested too deeply. If the platform accepts it,"
                            + " set MAVEN_OPTS=-Xss16m, and please report it with the output of 'mvn -e'.",
                    e);
        }
        if (e instanceof ThreadDeath || e instanceof VirtualMachineError) {
            throw (Error) e;
        }
        return new MojoExecutionException(
                "solution:" + goal + " failed because of a defect in solution-maven-plugin, not in the package or the"
                        + " configuration: " + e + ". Please report it with the output of 'mvn -e'.",
                e);
    }

    /**
     * A package used up the heap: it is larger than what this build may hold, or made to be. The operation is rolled back as
     * after any other failure and the memory is free again, so it is reported as an ordinary failure and not as a defect.
     *
     * @param tried what was being done, to follow "Tried to"
     */
    public static SolutionException ofMemory(String tried, OutOfMemoryError e) {
        return new SolutionException(
                String.format(
                        Locale.ROOT,
                        "Tried to %s but failed because: it needs more memory than the %,d MB that Maven may use."
                                + " Real packages need less. If you trust this one, allow more memory with"
                                + " MAVEN_OPTS=-Xmx2g or in .mvn/jvm.config.",
                        tried,
                        Runtime.getRuntime().maxMemory() >> 20),
                e);
    }
}
