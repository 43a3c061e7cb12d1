/**
 * How long something may take: {@link io.github.solutionalm.time.Deadline}, and {@link io.github.solutionalm.time.Sleeper}
 * for who waits. Uses nothing of the project.
 */
package io.github.solutionalm.time;
