package io.github.solutionalm.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** File channels that are closed together. */
final class Channels implements AutoCloseable {

    private final Deque<FileChannel> open = new ArrayDeque<>();

    FileChannel open(Path path, OpenOption... options) throws IOException {
        FileChannel channel = FileChannel.open(path, options);
        open.push(channel);
        return channel;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (IOException e) {
                // Only read or written through before; there is nothing to lose.
            }
        }
    }
}
