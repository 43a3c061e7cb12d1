package io.github.solutionalm;

import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The package or the content of the environment does not allow the operation. Contains all findings of the failed
 * check, not only the first.
 */
public final class RefusalException extends SolutionException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> errors;
    private final transient List<MissingDependency> missingDependencies;

    public RefusalException(Finding error) {
        this(List.of(error), List.of());
    }

    public RefusalException(List<Finding> errors, List<MissingDependency> missingDependencies) {
        super(errors.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())));
        this.errors = List.copyOf(errors);
        this.missingDependencies = List.copyOf(missingDependencies);
    }

    public List<Finding> errors() {
        return errors;
    }

    public List<MissingDependency> missingDependencies() {
        return missingDependencies;
    }
}
