/**
 * What this project and the Web API have agreed on, call by call: {@link io.github.solutionalm.dataverse.contract.Contract}.
 * The files lie in {@code src/test/resources/contracts}; {@code docs/web-api.md} is made of them.
 */
package io.github.solutionalm.dataverse.contract;
