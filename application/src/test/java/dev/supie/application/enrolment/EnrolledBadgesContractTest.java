package dev.supie.application.enrolment;

import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.contract.CredentialCheckContract;

/// Tokens of approved badges are checked as every credential is.
final class EnrolledBadgesContractTest extends CredentialCheckContract {

    private final Desk desk = new Desk();
    private final String good = desk.admit(Desk.question(DEVICE.value()));

    @Override
    protected CredentialCheck check() {
        return new EnrolledBadges(desk.enrolments);
    }

    @Override
    protected String good() {
        return good;
    }
}
