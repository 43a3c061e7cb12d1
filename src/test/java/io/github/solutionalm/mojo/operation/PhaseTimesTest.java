package io.github.solutionalm.mojo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportResult.PhaseTime;
import io.github.solutionalm.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseTimesTest {

    private final List<String> heard = new ArrayList<>();
    private final Hand clock = new Hand();
    private final PhaseTimes times = new PhaseTimes(
            new ImportListener() {
                @Override
                public void progress(String phase, int done, int total) {
                    heard.add(phase);
                }
            },
            clock);

    @Test
    void whatIsDoneTwiceIsOnePhase() {
        clock.now = clock.now.plusMillis(100);
        times.progress("Reading Attribute", 1, 0);
        clock.now = clock.now.plusMillis(20);
        times.progress("Looking at solutions", 1, 2);
        clock.now = clock.now.plusMillis(300);
        times.progress("Reading Entity", 2, 0);
        clock.now = clock.now.plusMillis(20);
        times.planned(ImportListener.PlanSummary.of(Operation.INSTALL, List.of(), List.of()));
        clock.now = clock.now.plusMillis(7);
        times.progress("Attribute", 1, 1);
        clock.now = clock.now.plusMillis(7);

        assertThat(times.ended())
                .containsExactly(
                        new PhaseTime("Preparing", Duration.ofMillis(100)),
                        new PhaseTime("Reading and planning", Duration.ofMillis(40)),
                        new PhaseTime("Looking at the environment", Duration.ofMillis(300)),
                        new PhaseTime("Carrying out", Duration.ofMillis(14)));
        assertThat(heard).containsExactly("Reading Attribute", "Looking at solutions", "Reading Entity", "Attribute");
    }

    @Test
    void aClockThatIsSetBackMakesNoTimeNegative() {
        clock.now = clock.now.minusSeconds(5);

        assertThat(times.ended()).containsExactly(new PhaseTime("Preparing", Duration.ZERO));
    }

    /** Set by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
