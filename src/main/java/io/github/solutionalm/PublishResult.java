package io.github.solutionalm;

/**
 * What publishing did.
 *
 * @param published how many components were unpublished before and are available now
 */
public record PublishResult(int published) {}
