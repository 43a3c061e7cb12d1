/**
 * Package files as named entries: .zip, .cab and folder, behind {@link io.github.solutionalm.archive.SolutionArchive}.
 * Entry: {@link io.github.solutionalm.archive.Archives}. Enforces {@link io.github.solutionalm.archive.ArchiveLimits};
 * unpacks nothing to disk. Imports the JDK, commons-compress, {@code hash} and {@code archive.cab}.
 */
package io.github.solutionalm.archive;
