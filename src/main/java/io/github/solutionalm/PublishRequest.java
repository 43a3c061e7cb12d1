package io.github.solutionalm;

import java.time.Duration;

/**
 * Asks to publish all customizations.
 *
 * @param lockTimeout how long to wait while another operation runs in the environment
 */
public record PublishRequest(Duration lockTimeout) {}
