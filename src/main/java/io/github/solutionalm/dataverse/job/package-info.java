/**
 * The jobs of a real environment: each is recorded before it is started, started once, and waited for; a later build finds it
 * again. {@code ExactlyOnceStart} starts, {@code JobPoller} waits, {@code JobFolder} keeps the records. Imports
 * {@code dataverse.api}.
 */
package io.github.solutionalm.dataverse.job;
