/**
 * The changes of an operation in a real environment, by comparison of a solution's components and layers before and after it.
 * Entry class {@link io.github.solutionalm.dataverse.content.ContentWatch}. Imports {@code dataverse.api} and
 * {@code dataverse.job}.
 */
package io.github.solutionalm.dataverse.content;
