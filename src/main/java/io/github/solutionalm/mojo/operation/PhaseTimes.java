package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportResult.PhaseTime;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hears how long an operation takes for what, and hands on all that it hears. */
final class PhaseTimes implements ImportListener {

    private static final String PREPARE = "Preparing";
    private static final String WAIT = "Waiting for another operation";
    private static final String PLAN = "Reading and planning";
    private static final String LOOK = "Looking at the environment";
    private static final String UPLOAD = "Uploading";
    private static final String CARRY_OUT = "Carrying out";

    private final ImportListener listener;
    private final Clock clock;
    private final Map<String, Duration> times = new LinkedHashMap<>();
    private String phase = PREPARE;
    private Instant since;

    PhaseTimes(ImportListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** The phases so far, in the order in which they began. */
    List<PhaseTime> ended() {
        begin(phase);
        return times.entrySet().stream()
                .map(time -> new PhaseTime(time.getKey(), time.getValue()))
                .toList();
    }

    private void begin(String next) {
        Instant now = clock.instant();
        Duration spent = Duration.between(since, now);
        times.merge(phase, spent.isNegative() ? Duration.ZERO : spent, Duration::plus);
        phase = next;
        since = now;
    }

    @Override
    public void waiting(String holder, Duration waited) {
        begin(WAIT);
        listener.waiting(holder, waited);
    }

    @Override
    public void packageOpened(PackageFile file) {
        begin(PLAN);
        listener.packageOpened(file);
    }

    @Override
    public void manifestRead(SolutionManifest manifest, Optional<Installed> installed) {
        begin(PLAN);
        listener.manifestRead(manifest, installed);
    }

    @Override
    public void applying(SolutionManifest staged, Installed replaced) {
        begin(PLAN);
        listener.applying(staged, replaced);
    }

    @Override
    public void planned(PlanSummary plan) {
        begin(CARRY_OUT);
        listener.planned(plan);
    }

    @Override
    public void changed(PlanSummary done) {
        listener.changed(done);
    }

    @Override
    public void resumed(String job, Instant from) {
        begin(CARRY_OUT);
        listener.resumed(job, from);
    }

    @Override
    public void progress(String what, int done, int total) {
        if (what.startsWith("Reading")) {
            begin(PLAN);
        } else if (what.startsWith("Looking")) {
            begin(LOOK);
        } else if (what.startsWith("Uploading")) {
            begin(UPLOAD);
        } else {
            begin(CARRY_OUT);
        }
        listener.progress(what, done, total);
    }
}
