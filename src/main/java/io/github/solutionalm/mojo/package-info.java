/**
 * One class per goal, and the adaptors to Maven: parameters and their beans, console, attached files, failures. Start
 * with {@link io.github.solutionalm.mojo.ImportMojo}. The only room that knows Maven; it may import every other room's
 * entry class.
 */
package io.github.solutionalm.mojo;
