package dev.supie.adapter.in.http;

import dev.supie.adapter.in.http.Sessions.Role;
import dev.supie.application.administration.port.AuditTrail;

import io.helidon.webserver.http.ServerRequest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Decides whether a request may administrate: it needs the token, or the cookie of a session that
/// was begun with it, and an address that failed too often is not listened to, whatever it
/// presents, so that guessing is slow. What was presented is never logged.
final class AdminGate {

    /// As for badges (AUTH-3).
    static final int FAILED_MAX = 20;

    /// Failures of all addresses together that are noted within a window; the log has the others.
    static final int NOTED_MAX = 100;

    /// Sessions that an address may begin within a window, whoever it is.
    static final int SIGN_INS_MAX = 100;

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final String FOR_READING = "that token is for reading only";

    private static final System.Logger LOGGER = System.getLogger(AdminGate.class.getName());

    private final AccessToken token;
    private final RequestLimiter failures;
    private final ClientAddress clients;
    private final Sessions sessions;

    /// What signing in came to.
    sealed interface Entry {

        /// @param session for the cookie
        record Granted(String session, Role role) implements Entry {}

        record Refused(Answer answer) implements Entry {}
    }

    private final AuditTrail trail;
    private final RequestLimiter noted;
    private final RequestLimiter signIns;

    /// @param trail told of who presents no good token
    AdminGate(AccessToken token, InstantSource time, ClientAddress clients, AuditTrail trail) {
        this.token = token;
        this.clients = clients;
        this.trail = trail;
        this.failures = new RequestLimiter(FAILED_MAX, WINDOW, time);
        this.sessions = new Sessions(time);
        this.noted = new RequestLimiter(NOTED_MAX, WINDOW, time);
        this.signIns = new RequestLimiter(SIGN_INS_MAX, WINDOW, time);
    }

    /// Empty if the request may go on.
    Optional<Answer> refusal(ServerRequest request) {
        String address = clients.of(request);
        Optional<Duration> pause = failures.pause(address);
        if (pause.isPresent()) {
            return pause.map(Answer.TooMany::new);
        }
        if (PresentedTokens.anyIs(token, request.headers())) {
            return Optional.empty();
        }
        return PresentedTokens.any(request.headers())
                ? Optional.of(failed(address))
                : withoutToken(request);
    }

    /// Whoever presents nothing does not guess: any page could have a browser do that, and so keep
    /// the person in front of it out.
    private Optional<Answer> withoutToken(ServerRequest request) {
        Optional<Role> role = role(request);
        if (role.isEmpty()) {
            return Optional.of(new Answer.Unauthorized());
        }
        return role.get() == Role.READER
                ? Optional.of(new Answer.Forbidden(FOR_READING))
                : sessionRefusal(role.get(), request);
    }

    /// What the browser that asks has signed in for, if it has.
    Optional<Role> role(ServerRequest request) {
        return SessionCookie.of(request).flatMap(sessions::role);
    }

    /// Empty if somebody who has signed in for that may do what is asked for; a cookie alone is no
    /// reason to change anything, because browsers send it along by themselves.
    Optional<Answer> sessionRefusal(Role role, ServerRequest request) {
        if (SessionCookie.changesNothing(request)) {
            return Optional.empty();
        }
        if (role == Role.READER) {
            return Optional.of(new Answer.Forbidden(FOR_READING));
        }
        return SessionCookie.isFromOurPage(request)
                ? Optional.empty()
                : Optional.of(new Answer.Forbidden("only a page of this server may do that"));
    }

    /// Begins a session for whoever presents one of the tokens.
    ///
    /// @param readers the token for reading, if there is one
    Entry signIn(ServerRequest request, String presented, Optional<AccessToken> readers) {
        String address = clients.of(request);
        Optional<Duration> pause = failures.pause(address);
        if (pause.isPresent()) {
            return new Entry.Refused(new Answer.TooMany(pause.get()));
        }
        Optional<Duration> often = signIns.refusal(address);
        if (often.isPresent()) {
            return new Entry.Refused(new Answer.TooMany(often.get()));
        }
        if (token.matches(presented)) {
            return granted(Role.ADMINISTRATOR, address);
        }
        if (readers.filter(reader -> reader.matches(presented)).isPresent()) {
            return granted(Role.READER, address);
        }
        return new Entry.Refused(failed(address));
    }

    void signOut(ServerRequest request) {
        SessionCookie.of(request).ifPresent(sessions::close);
    }

    private Entry granted(Role role, String address) {
        trail.note(
                new AuditTrail.Entry(
                        role.name().toLowerCase(Locale.ROOT), address, "sign-in", "", "done"));
        LOGGER.log(
                System.Logger.Level.INFO,
                "signed in at the console: role={0} address={1}",
                role,
                address);
        return new Entry.Granted(sessions.open(role), role);
    }

    private Answer failed(String address) {
        failures.refusal(address);
        if (noted.refusal("").isEmpty()) {
            trail.note(new AuditTrail.Entry("", address, "sign-in", "", "refused"));
        }
        LOGGER.log(
                System.Logger.Level.WARNING,
                "no valid admin token was presented: address={0}",
                address);
        return new Answer.Unauthorized();
    }
}
