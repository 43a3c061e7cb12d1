/**
 * Which environment a goal works on: the {@code <environments>} of the POM, the command line, settings.xml and its passwords. Entry
 * class {@link io.github.solutionalm.mojo.environment.EnvironmentChoice}, which gives a {@link
 * io.github.solutionalm.mojo.environment.Target}. Imports {@code mojo.build}, {@code mojo.console}, {@code embedded} and {@code
 * dataverse}.
 */
package io.github.solutionalm.mojo.environment;
