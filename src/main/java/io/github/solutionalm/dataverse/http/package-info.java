/**
 * HTTP for Dataverse environments: {@link io.github.solutionalm.dataverse.http.WebApi} makes calls of the Web API,
 * {@code Transport} makes one attempt, {@link io.github.solutionalm.dataverse.http.Retry} repeats it, and
 * {@code AnswerFailures} and {@code ConnectionFailures} put failures into words. No call is known by name. Imports the
 * exception of the front door, java.net.http and Jackson.
 */
package io.github.solutionalm.dataverse.http;
