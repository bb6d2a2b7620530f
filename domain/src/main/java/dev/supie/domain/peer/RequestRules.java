package dev.supie.domain.peer;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The shape of a request and its normal form (PEER-1). Normalising twice changes nothing.
///
/// @param targetsMax `peer.max_targets`
/// @param usualLifetime `peer.ttl_ms`
public record RequestRules(int targetsMax, Duration usualLifetime) {

    public static final int TEXT_LENGTH_MAX = 2000;
    public static final Duration LIFETIME_MIN = Duration.ofSeconds(1);
    public static final Duration LIFETIME_MAX = Duration.ofDays(7);
    public static final RequestRules DEFAULTS = new RequestRules(10, Duration.ofDays(3));

    private static final Pattern LOCALE = Pattern.compile("[A-Za-z0-9_-]{1,35}");

    public RequestRules {
        if (targetsMax < 1) {
            throw new IllegalArgumentException("a message needs a target");
        }
        if (isOutside(usualLifetime)) {
            throw new IllegalArgumentException("messages live 1 s to 7 days");
        }
    }

    /// What came of a check.
    public sealed interface Checked {

        record Usable(Submission submission) implements Checked {}

        /// @param reason what is wrong, for the sender
        record Refused(String reason) implements Checked {}
    }

    /// A wrong request; never leaves this class.
    private static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Wrong(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    public Checked check(PeerRequest request) {
        try {
            return new Checked.Usable(
                    new Submission(
                            mid(request.mid()),
                            targets(request),
                            text(request.text()),
                            hint(request),
                            locale(request.locale()),
                            lifetime(request.lifetime())));
        } catch (Wrong wrong) {
            return new Checked.Refused(wrong.reason);
        }
    }

    private static Mid mid(String raw) throws Wrong {
        if (!Mid.isMid(raw)) {
            throw new Wrong("mid must be " + Mid.FORM);
        }
        return new Mid(raw);
    }

    private Targets targets(PeerRequest request) throws Wrong {
        Set<DeviceId> named = new LinkedHashSet<>();
        boolean everybody = false;
        for (String raw : request.to()) {
            if (raw.strip().toLowerCase(Locale.ROOT).equals(Targets.BROADCAST)) {
                everybody = true;
            } else {
                named.add(device(raw));
            }
        }
        if (everybody && !named.isEmpty()) {
            throw new Wrong("to must be broadcast alone, or ids of badges");
        }
        if (named.size() > targetsMax) {
            throw new Wrong("to must name at most " + targetsMax + " badges");
        }
        if (!everybody && named.isEmpty()) {
            throw new Wrong("to must name a badge, or be broadcast");
        }
        return everybody ? new Targets.Everybody() : new Targets.Named(List.copyOf(named));
    }

    private static DeviceId device(String raw) throws Wrong {
        return switch (IdText.normalise(raw)) {
            case IdText.Usable(String value) -> new DeviceId(value);
            case IdText.Absent _ -> throw new Wrong("to has an empty id in it");
            case IdText.Refused(String reason) -> throw new Wrong("to has a wrong id: " + reason);
        };
    }

    private static String text(String raw) throws Wrong {
        String text = PeerText.cleaned(raw);
        int length = PeerText.length(text);
        if (length < 1 || length > TEXT_LENGTH_MAX) {
            throw new Wrong("payload.text must have 1 to " + TEXT_LENGTH_MAX + " characters");
        }
        return text;
    }

    private static Submission.Hint hint(PeerRequest request) throws Wrong {
        if (!request.category().isBlank()) {
            Optional<Category> given = Category.of(request.category());
            return new Submission.Hint.Given(
                    given.orElseThrow(
                            () -> new Wrong("category must be one of " + Category.words())));
        }
        // The context only helps to understand; a word there that nobody knows does no harm.
        return Category.of(request.contextCategory())
                .<Submission.Hint>map(Submission.Hint.Given::new)
                .orElseGet(Submission.Hint.None::new);
    }

    private static String locale(String raw) {
        return LOCALE.matcher(raw.strip()).matches() ? raw.strip() : "";
    }

    private Duration lifetime(Lifetime lifetime) throws Wrong {
        return switch (lifetime) {
            case Lifetime.Usual _ -> usualLifetime;
            case Lifetime.Millis(long millis) -> {
                Duration wanted = Duration.ofMillis(millis);
                if (isOutside(wanted)) {
                    throw new Wrong(
                            "ttlMs must be %d to %d"
                                    .formatted(LIFETIME_MIN.toMillis(), LIFETIME_MAX.toMillis()));
                }
                yield wanted;
            }
        };
    }

    private static boolean isOutside(Duration lifetime) {
        return lifetime.compareTo(LIFETIME_MIN) < 0 || lifetime.compareTo(LIFETIME_MAX) > 0;
    }
}
