package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** A body that is not read to its end does not go on arriving: its connection ends with it. */
class TimedBodyTest {

    private final List<String> asked = new ArrayList<>();
    private final Flow.Subscription subscription = new Flow.Subscription() {
        @Override
        public void request(long count) {
            asked.add("request " + count);
        }

        @Override
        public void cancel() {
            asked.add("cancel");
        }
    };
    private final TimedBody body = new TimedBody(Duration.ofMinutes(10));

    @Test
    void holdsOnePieceAtATime() throws Exception {
        body.onSubscribe(subscription);
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2})));
        assertThat(body.readNBytes(2)).containsExactly(1, 2);
        assertThat(asked).containsExactly("request 1");

        body.onNext(List.of(ByteBuffer.wrap(new byte[] {3})));
        assertThat(body.read()).isEqualTo(3);
        assertThat(asked).containsExactly("request 1", "request 1");
    }

    @Test
    void whatIsLeftUnreadIsCancelled() throws Exception {
        body.onSubscribe(subscription);
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2})));
        assertThat(body.read()).isEqualTo(1);

        body.close();

        assertThat(asked).containsExactly("request 1", "cancel");
    }

    @Test
    void soIsWhatBeginsToArriveOnlyAfterItWasClosed() {
        body.close();
        body.onSubscribe(subscription);

        assertThat(asked).containsExactly("cancel");
    }

    @Test
    void whatWasReadToItsEndIsNot() throws Exception {
        body.onSubscribe(subscription);
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1})));
        body.onComplete();
        assertThat(body.readAllBytes()).containsExactly(1);

        body.close();

        assertThat(asked).containsExactly("request 1", "request 1");
    }
}
