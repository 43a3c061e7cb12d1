package io.github.solutionalm.dataverse.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The tokens that were issued. They say nothing to whoever holds them. */
final class Tokens {

    /** What a token is worth. */
    enum Worth {
        VALID,
        EXPIRED,
        UNKNOWN
    }

    private final Clock clock;
    private final Duration lifetime;
    private final Map<String, Instant> expiry = new ConcurrentHashMap<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final AtomicInteger issued = new AtomicInteger();

    Tokens(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    String issue() {
        String token = "opaque-" + UUID.randomUUID() + UUID.randomUUID();
        expiry.put(token, clock.instant().plus(lifetime));
        issued.incrementAndGet();
        return token;
    }

    /** Takes a token that was not issued here for good, until all expire. */
    void accept(String token) {
        expiry.put(token, Instant.MAX);
    }

    long lifetimeSeconds() {
        return lifetime.toSeconds();
    }

    int issued() {
        return issued.get();
    }

    void expireAll() {
        expiry.replaceAll((token, at) -> Instant.MIN);
    }

    /** Keeps what a client proved itself with. */
    void received(String secret) {
        received.add(secret);
    }

    /** Secrets and assertions of sign-ins, and access tokens, as they came. */
    Set<String> received() {
        return Set.copyOf(received);
    }

    Worth worth(Optional<String> authorization) {
        String token = authorization
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip())
                .orElse("");
        received(token);
        Instant end = expiry.get(token);
        if (end == null) {
            return Worth.UNKNOWN;
        }
        return clock.instant().isBefore(end) ? Worth.VALID : Worth.EXPIRED;
    }
}
