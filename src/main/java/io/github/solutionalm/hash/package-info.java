/**
 * SHA-256, by which files and definitions are told apart; the entry class is {@link io.github.solutionalm.hash.Sha256}. Uses
 * nothing of the project.
 */
package io.github.solutionalm.hash;
