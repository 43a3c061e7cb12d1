/**
 * Source trees, as teams keep solutions in version control: a package is packed from one and unpacked into one. Entry class
 * {@link io.github.solutionalm.sourcetree.SourceTree}. Imports {@code archive}, {@code packaging}, {@code xml}, {@code hash}, the
 * front door and {@code model}.
 */
package io.github.solutionalm.sourcetree;
