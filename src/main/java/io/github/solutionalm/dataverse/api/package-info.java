/**
 * The calls of the Web API, one class each, and the rows and documents of their answers. Nothing is decided here. Entry class
 * {@link io.github.solutionalm.dataverse.api.OperationContext}. Tests compare what each call sends and reads with the contracts
 * in docs/web-api.md. Imports {@code dataverse.http}, {@code model}, Jackson and the XML reader.
 */
package io.github.solutionalm.dataverse.api;
