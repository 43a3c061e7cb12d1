/**
 * A Dataverse environment over its Web API (facts/dataverse.md 4). {@code dataverse.http} makes the calls,
 * {@code dataverse.auth} gets the tokens for them. Imports the front door, {@code packaging} and {@code model}; alone knows
 * java.net.http.
 */
package io.github.solutionalm.dataverse;
