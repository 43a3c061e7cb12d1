package io.github.solutionalm.dataverse.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The result of a command that has ended.
 *
 * @param status zero for success
 * @param output its standard output
 * @param errors its standard error output
 */
record FinishedCommand(int status, byte[] output, byte[] errors) {

    private static final int LARGEST = 1024 * 1024;
    private static final int LOOK_EVERY_MILLIS = 20;

    /**
     * Runs a command without input, for at most so long; if it has not ended by then, it is killed with all processes that it
     * started. Its output is polled rather than waited for: a process that it started may hold it open.
     *
     * @throws IOException when it can't be started, does not end in time, or writes too much
     */
    static FinishedCommand of(ProcessBuilder command, Duration most) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        Process process = command.start();
        try (InputStream output = process.getInputStream();
                InputStream errors = process.getErrorStream()) {
            process.getOutputStream().close();
            for (boolean ended = false; !ended; ) {
                if (System.nanoTime() - end >= 0) {
                    throw new IOException("it did not end in time");
                }
                ended = process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                written.write(output.readNBytes(output.available()));
                complained.write(errors.readNBytes(errors.available()));
                if (written.size() + complained.size() > LARGEST) {
                    throw new IOException("its output is too long for a token");
                }
            }
            return new FinishedCommand(process.exitValue(), written.toByteArray(), complained.toByteArray());
        } finally {
            end(process);
        }
    }

    /** Kills the command first: a script would go on with its next command if only the running one were killed. */
    private static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
