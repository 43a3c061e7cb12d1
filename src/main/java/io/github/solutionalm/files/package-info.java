/**
 * Files that several builds use: written whole by {@link io.github.solutionalm.files.WholeFile}, one at a time under
 * {@link io.github.solutionalm.files.LockFile}. Uses nothing of the project.
 */
package io.github.solutionalm.files;
