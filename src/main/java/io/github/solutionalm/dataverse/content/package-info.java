/**
 * What an operation changed in a real environment: the components of a solution and their layers before and after it. Entry class
 * {@link io.github.solutionalm.dataverse.content.ContentWatch}. Imports {@code dataverse.api} and {@code dataverse.job}.
 */
package io.github.solutionalm.dataverse.content;
