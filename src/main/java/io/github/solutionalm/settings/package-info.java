/**
 * Deployment settings: values of environment variables and bindings of connection references, read from their file and checked against
 * what a package declares. Entry classes {@link io.github.solutionalm.settings.SettingsReader}, {@link
 * io.github.solutionalm.settings.SettingsFile} and {@link io.github.solutionalm.settings.SettingsCheck}. Imports the front door and
 * {@code model}.
 */
package io.github.solutionalm.settings;
