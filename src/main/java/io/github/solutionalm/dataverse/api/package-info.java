/**
 * The calls of the Web API, one class each, and the rows and documents that they answer with. Nothing is decided here. Entry class
 * {@link io.github.solutionalm.dataverse.api.OperationContext}. What each call sends and reads is held against the contracts in
 * docs/web-api.md. Imports {@code dataverse.http}, {@code model}, Jackson and the XML reader.
 */
package io.github.solutionalm.dataverse.api;
