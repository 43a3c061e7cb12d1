package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.TestSession;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that was begun is forgotten, and verify passes over nothing that failed or has not ended. */
class SessionOperationsTest {

    private static final Path HERE = Path.of("here");
    private static final Path THERE = Path.of("there");

    private final MavenSession session = TestSession.of(List.of("verify"), TestSession.project("a"));
    private final SessionOperations operations = SessionOperations.of(session);

    @BeforeEach
    void twoModules() {
        operations.began("1", HERE, "a");
        operations.began("2", THERE, "b");
    }

    @Test
    void areTheSameForAllGoalsOfASession() {
        assertThat(SessionOperations.of(session).isEmpty()).isFalse();
        assertThat(SessionOperations.of(TestSession.of(List.of("verify"), TestSession.project("a")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void areKnownByFolderAndByProject() {
        assertThat(operations.in(HERE)).containsExactly("1");
        assertThat(operations.in(THERE)).containsExactly("2");
        assertThat(operations.directories("a", false)).containsExactly(HERE);
        assertThat(operations.directories("a", true)).containsExactly(THERE);
    }

    @Test
    void verifyPassesWhenAllHaveSucceeded() {
        assertThat(operations.pass()).as("two run").isFalse();
        operations.ended("1", true);
        assertThat(operations.pass()).as("one runs").isFalse();
        operations.ended("2", false);
        assertThat(operations.pass()).as("one failed").isFalse();
        assertThat(operations.hasPassed()).isFalse();
        operations.ended("2", true);
        assertThat(operations.pass()).isTrue();
        assertThat(operations.hasPassed()).isTrue();
    }

    @Test
    void whatTurnedOutToBeNoneDoesNotCountAndThatVerifyPassedIsNone() {
        operations.forget("1");
        operations.forget("2");

        assertThat(operations.pass()).isTrue();
        assertThat(operations.isEmpty()).isTrue();
        assertThat(operations.directories("a", true)).isEmpty();
    }
}
