package dev.supie.application.access;

import dev.supie.application.access.Access.Decision.Allowed;
import dev.supie.application.access.Access.Decision.Forbidden;
import dev.supie.application.access.Access.Decision.TooMany;
import dev.supie.application.access.Access.Decision.Unauthorized;
import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;

import java.util.List;
import java.util.function.Predicate;

/// Origin first, then the address's failed attempts, then the checks in their order.
///
/// A refused origin is not a failed attempt: a web page that somebody merely visits could otherwise
/// lock out every badge of his house. Neither is an attempt that could not be checked, or badges
/// that share an address would stay locked out after the token server is back.
final class AccessService implements Access {

    private static final System.Logger LOG = System.getLogger(AccessService.class.getName());

    private final Guard guard;
    private final AllowedOrigins origins;
    private final AttemptLimiter limiter;

    AccessService(AccessFeature.Ports ports) {
        this.guard = ports.guard();
        this.origins = ports.origins();
        this.limiter = new AttemptLimiter(ports.time());
    }

    @Override
    public Decision decide(Attempt attempt) {
        if (!origins.allow(attempt.origin(), attempt.host())) {
            return new Forbidden("the page's origin is not allowed");
        }
        return switch (guard) {
            case Guard.Open _ -> new Allowed(Principal.ANYBODY);
            case Guard.Checked(List<CredentialCheck> checks) ->
                    limiter.refusal(attempt.address())
                            .<Decision>map(TooMany::new)
                            .orElseGet(() -> decide(attempt, checks));
        };
    }

    private Decision decide(Attempt attempt, List<CredentialCheck> checks) {
        Claim claim = attempt.claim();
        if (claim.credential().filter(Predicate.not(Credential::isWellFormed)).isPresent()) {
            return failed(attempt, new Unauthorized("the credential is too long or not a token"));
        }
        var hearing = new Hearing();
        for (CredentialCheck check : checks) {
            Verdict verdict = check.check(claim);
            if (verdict instanceof Verdict.Accepted(Principal principal)) {
                return new Allowed(principal);
            }
            hearing.note(check.name(), verdict);
            if (hearing.isBarred()) {
                break;
            }
        }
        Decision no = hearing.decision(claim.credential().isPresent());
        return hearing.isComplete() ? failed(attempt, no) : no;
    }

    private Decision failed(Attempt attempt, Decision no) {
        if (limiter.failed(attempt.address())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "too many failed attempts: address={0} is not listened to for up to {1} s",
                    attempt.address(),
                    AttemptLimiter.WINDOW.toSeconds());
        }
        return no;
    }
}
