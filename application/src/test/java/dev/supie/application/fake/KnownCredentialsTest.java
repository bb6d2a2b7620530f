package dev.supie.application.fake;

import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.contract.CredentialCheckContract;

final class KnownCredentialsTest extends CredentialCheckContract {

    @Override
    protected CredentialCheck check() {
        return new KnownCredentials("known").know(good(), DEVICE);
    }

    @Override
    protected String good() {
        return "a-good-credential";
    }
}
