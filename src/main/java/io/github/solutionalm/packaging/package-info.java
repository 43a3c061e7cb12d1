/**
 * The package format: {@code solution.xml}, {@code customizations.xml} and the component folders become a
 * {@link io.github.solutionalm.model.SolutionPackage}. Entry class {@link io.github.solutionalm.packaging.PackageReader};
 * where each component type is in a package is {@link io.github.solutionalm.packaging.ComponentCatalogue}.
 * Imports {@code archive}, {@code model}, {@code xml}, {@code hash} and the XML and JSON parsers.
 */
package io.github.solutionalm.packaging;
