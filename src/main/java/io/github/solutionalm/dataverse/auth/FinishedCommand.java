package io.github.solutionalm.dataverse.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The result of a command.
 *
 * @param status zero for success
 * @param output what it wrote to its standard output
 * @param errors what it wrote to its standard error output
 */
record FinishedCommand(int status, byte[] output, byte[] errors) {

    private static final int LARGEST = 1024 * 1024;
    private static final int LOOK_EVERY_MILLIS = 20;

    /**
     * Runs it, without input, for so long at most; one that is not done by then is ended with all that it started. What it
     * writes is looked for rather than waited for: something that it started may hold its output open.
     *
     * @throws IOException when it can't be started, or does not end in time or with so much to say
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

    /** The command first: a script whose running command ends goes on to its next one. */
    private static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
