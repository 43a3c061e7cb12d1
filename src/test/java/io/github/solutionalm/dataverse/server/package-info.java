/**
 * A server on loopback that speaks the Web API calls of a solution import as documented and recorded
 * (docs/platform-facts.md, "The Web API"), over the embedded engine, with the token endpoint, and with faults by script.
 * The client is tested against it, so it is faithful before it is convenient. Entry class: {@link
 * io.github.solutionalm.dataverse.server.DataverseServer}.
 */
package io.github.solutionalm.dataverse.server;
