/**
 * What a goal is told of source trees: which folder, which package types, which version, which files come from elsewhere. Entry
 * class {@link io.github.solutionalm.mojo.sources.SourceFolder}. Imports {@code mojo.build} and {@code sourcetree}.
 */
package io.github.solutionalm.mojo.sources;
