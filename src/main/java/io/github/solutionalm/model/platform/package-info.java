/**
 * Formats of the platform's own, as far as one room writes them and another reads them: the columns of the formatted log in
 * {@link io.github.solutionalm.model.platform.LogColumn}, the list of missing dependencies in
 * {@link io.github.solutionalm.model.platform.MissingDependencyForm}. Imports {@code model}.
 */
package io.github.solutionalm.model.platform;
