package dev.supie.application.enrolment;

import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;
import dev.supie.application.meeting.port.StoreException;

/// The tokens that badges were given when they were approved (OTA-1), as one more way to prove
/// oneself (AUTH-2).
///
/// A badge that was revoked is barred, whatever else it presents: whoever revokes it means that
/// badge and not its token. So this check comes first.
public final class EnrolledBadges implements CredentialCheck {

    private static final System.Logger LOG = System.getLogger(EnrolledBadges.class.getName());

    private static final String NAME = "enrolment";

    private final Enrolments enrolments;

    public EnrolledBadges(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict check(Claim claim) {
        try {
            return verdict(claim);
        } catch (StoreException failure) {
            LOG.log(System.Logger.Level.WARNING, "the store of badges failed", failure);
            return new Verdict.Unavailable("the store failed");
        }
    }

    private Verdict verdict(Claim claim) {
        return switch (enrolments.passage(
                claim.device(), claim.credential().map(Credential::reveal))) {
            case ADMITTED -> new Verdict.Accepted(new Principal(NAME, claim.device().value()));
            case TOKEN_OF_ANOTHER -> new Verdict.OtherDevice("the token of another badge");
            case REVOKED -> new Verdict.Barred("the badge is revoked");
            // Another check may know the token.
            case OPEN, NO_TOKEN, WRONG_TOKEN -> new Verdict.NotForMe();
        };
    }
}
