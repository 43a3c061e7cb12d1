/**
 * HTTP as a Dataverse environment needs it: {@link io.github.solutionalm.dataverse.http.WebApi} makes calls of the Web API,
 * with one attempt in {@code Transport}, repetition in {@link io.github.solutionalm.dataverse.http.Retry} and words for what
 * can go wrong in {@code AnswerFailures} and {@code ConnectionFailures}. Knows no call by name. Imports the front door's
 * exception, java.net.http and Jackson.
 */
package io.github.solutionalm.dataverse.http;
