/**
 * The life of a job of a real environment: written down before it is started, started once, waited for, found again by a later
 * build. {@code ExactlyOnceStart} starts, {@code JobPoller} waits, {@code JobFolder} keeps. Imports {@code dataverse.api}.
 */
package io.github.solutionalm.dataverse.job;
