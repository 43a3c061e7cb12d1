package io.github.solutionalm.store;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;

/**
 * What a job did to one component.
 *
 * @param component the component; need not exist any more
 * @param change what was done, or was to be done
 * @param status such as {@code SUCCESS}
 * @param code the platform's code of an error or warning, else empty
 * @param text an error or warning, else empty
 */
public record ImportJobComponent(ComponentKey component, Change change, String status, String code, String text) {}
