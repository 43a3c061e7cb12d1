package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.column;
import static io.github.solutionalm.store.Fixture.content;
import static io.github.solutionalm.store.Fixture.hash;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.layer;
import static io.github.solutionalm.store.Fixture.see;
import static io.github.solutionalm.store.Fixture.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {

    @TempDir
    Path folder;

    private EnvironmentStore store;

    @BeforeEach
    void open() {
        store = Fixture.open(folder);
    }

    @Test
    void aSmallContentIsThereAtOnceAndLater() {
        store.change(tx -> {
            assertThat(tx.contents().has(hash("text"))).isFalse();
            byte[] buffer = "text and what the reader keeps behind it".getBytes(StandardCharsets.UTF_8);
            tx.contents().write(hash("text"), buffer, 4);
            buffer[0] = 'T';
            assertThat(tx.contents().has(hash("text"))).isTrue();
            assertThat(tx.contents().text(hash("text"))).isEqualTo("text");
        });

        see(store, tx -> assertThat(tx.contents().has(hash("text"))).isTrue());
        see(store, tx -> assertThat(tx.contents().text(hash("text"))).isEqualTo("text"));
    }

    @Test
    void anEmptyContentIsAContent() throws IOException {
        store.change(tx -> tx.contents().write(hash(""), 0, InputStream.nullInputStream()));

        boolean there =
                store.<Boolean, IOException>read(tx -> tx.contents().read(hash(""), OutputStream.nullOutputStream()));
        assertThat(there).isTrue();
        there = store.<Boolean, IOException>read(
                tx -> tx.contents().read(hash("other"), OutputStream.nullOutputStream()));
        assertThat(there).isFalse();
        see(store, tx -> assertThat(tx.contents().bytes(Set.of(hash(""), hash("other"))))
                .containsOnlyKeys(hash("")));
    }

    @Test
    void aLargeContentGoesThroughInPieces() throws IOException {
        long size = 20_000_003;
        CRC32 expected = new CRC32();
        Sha256 sha256 = new Sha256();
        try (OutputStream out = new CheckedOutputStream(sha256.before(OutputStream.nullOutputStream()), expected)) {
            new Generated(size).transferTo(out);
        }
        ContentHash large = ContentHash.of(sha256);
        store.change(tx -> tx.contents().write(large, size, new Generated(size)));

        CRC32 actual = new CRC32();
        try (OutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), actual)) {
            store.<Boolean, IOException>read(tx -> tx.contents().read(large, out));
        }
        assertThat(actual.getValue()).isEqualTo(expected.getValue());
        see(store, tx -> assertThat(tx.contents().bytes(Set.of(large)).get(large))
                .hasSize((int) size));
    }

    @Test
    void aContentOfAnotherSizeThanAnnouncedIsNotKept() {
        store.change(tx -> {
            for (long size : new long[] {2, 4}) {
                assertThatThrownBy(() -> tx.contents().write(hash("abc"), size, new ByteArrayInputStream(new byte[3])))
                        .isInstanceOf(IOException.class);
            }
            assertThat(tx.contents().has(hash("abc"))).isFalse();
        });

        see(store, tx -> assertThat(tx.contents().has(hash("abc"))).isFalse());
    }

    @Test
    void whatNothingShowsIsCollected() {
        ContentHash file = hash("orphan");
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            content(tx, "orphan");
            tx.layers().write("Orders", List.of(layer(tx, column("t.a"), "<a/>"), layer(tx, column("t.b"), "<b/>")));
            tx.components().delete(List.of(column("t.a")));
            tx.contents().collectGarbage();
            assertThat(tx.contents().has(file)).isFalse();
            assertThat(tx.contents().has(hash("<a/>"))).isFalse();
            assertThat(tx.contents().has(hash("<b/>"))).isTrue();
            assertThat(tx.definitions().find(hash("definition:<a/>"))).isEmpty();
            assertThat(tx.definitions().find(hash("definition:<b/>"))).isPresent();
        });
    }

    /** Bytes out of nowhere. */
    private static final class Generated extends InputStream {

        private final long size;
        private long position;

        Generated(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return position == size ? -1 : (int) (position++ * 31 >> 3 & 0xff);
        }
    }
}
