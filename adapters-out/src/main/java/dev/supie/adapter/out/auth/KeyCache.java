package dev.supie.adapter.out.auth;

import com.nimbusds.jose.jwk.JWKSet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// An issuer's published keys, fetched when first needed, again every [#FRESH], and at once when a
/// token names a key that is not among them, because that is how a rotation shows.
///
/// Whoever sends tokens with made-up names causes no more than one fetch each [#SPACING]. While the
/// issuer does not answer, the last keys go on for [#KEPT]; after that nobody is believed. One
/// thread fetches; the others wait for it only if what is there does not do for them.
final class KeyCache implements AutoCloseable {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration SPACING = Duration.ofSeconds(10);
    static final Duration KEPT = Duration.ofHours(24);

    static final int BYTES_MAX = 256 * 1024;
    static final int KEYS_MAX = 100;

    private static final Logger LOG = System.getLogger(KeyCache.class.getName());

    private final Question question = new Question(BYTES_MAX);
    private final ReentrantLock fetching = new ReentrantLock();
    private final URI url;
    private final InstantSource steady;

    private volatile Optional<Held> held = Optional.empty();

    // Touched by the thread that fetches only.
    private Instant nextFetch = Instant.MIN;
    private String failure = "";

    KeyCache(URI url, InstantSource steady) {
        this.url = url;
        this.steady = steady;
    }

    private record Held(JWKSet keys, Instant since) {}

    sealed interface Answer {

        /// The best there is; it need not be enough.
        record Keys(JWKSet set) implements Answer {}

        /// What there is is not enough, and the issuer does not answer.
        record Unavailable(String reason) implements Answer {}
    }

    /// @param enough whether the caller finds among these keys what it looks for
    Answer keys(Predicate<JWKSet> enough) {
        Optional<JWKSet> usable = held.filter(this::isKept).map(Held::keys).filter(enough);
        if (usable.isPresent() && held.filter(this::isFresh).isPresent()) {
            return new Answer.Keys(usable.get());
        }
        boolean mayFetch = usable.isPresent() ? fetching.tryLock() : waitForTurn();
        if (!mayFetch) {
            return usable.<Answer>map(Answer.Keys::new)
                    .orElseGet(() -> new Answer.Unavailable("its keys are still being fetched"));
        }
        try {
            return refreshed(enough);
        } finally {
            fetching.unlock();
        }
    }

    private boolean waitForTurn() {
        try {
            return fetching.tryLock(Question.TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Another thread may have fetched while this one waited.
    private Answer refreshed(Predicate<JWKSet> enough) {
        boolean needed = held.filter(this::isFresh).map(Held::keys).filter(enough).isEmpty();
        if (needed && !steady.instant().isBefore(nextFetch)) {
            fetch();
        }
        Optional<JWKSet> kept = held.filter(this::isKept).map(Held::keys);
        boolean hopeless = kept.filter(enough).isEmpty() && !failure.isEmpty();
        return kept.filter(_ -> !hopeless)
                .<Answer>map(Answer.Keys::new)
                .orElseGet(() -> new Answer.Unavailable("its keys cannot be fetched: " + failure));
    }

    private void fetch() {
        nextFetch = steady.instant().plus(SPACING);
        try {
            JWKSet keys = parsed(question.ask(HttpRequest.newBuilder(url).GET().build()));
            held = Optional.of(new Held(keys, steady.instant()));
            failure = "";
        } catch (NoAnswerException e) {
            failure = String.valueOf(e.getMessage());
            LOG.log(
                    Level.WARNING,
                    "the keys at server.auth.jwt.jwks_url cannot be fetched: {0}; {1}",
                    failure,
                    held.filter(this::isKept).isPresent()
                            ? "the last ones go on"
                            : "tokens signed with them are refused");
        }
    }

    private static JWKSet parsed(String text) throws NoAnswerException {
        try {
            JWKSet set = JWKSet.parse(text);
            if (set.size() > KEYS_MAX) {
                throw new NoAnswerException("it has more than " + KEYS_MAX + " keys");
            }
            return set;
        } catch (ParseException _) {
            throw new NoAnswerException("the answer is not a JWK set");
        }
    }

    private boolean isFresh(Held keys) {
        return steady.instant().isBefore(keys.since().plus(FRESH));
    }

    private boolean isKept(Held keys) {
        return steady.instant().isBefore(keys.since().plus(KEPT));
    }

    @Override
    public void close() {
        question.close();
    }
}
