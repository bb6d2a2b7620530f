package dev.supie.application.fake;

import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;
import dev.supie.domain.kernel.DeviceId;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A check that knows credentials in plain text, each good for one badge. It can be cut off from
/// what it asks.
public final class KnownCredentials implements CredentialCheck {

    private final Map<String, DeviceId> devices = new ConcurrentHashMap<>();
    private final String name;
    private volatile boolean reachable = true;

    public KnownCredentials(String name) {
        this.name = name;
    }

    public KnownCredentials know(String credential, DeviceId device) {
        devices.put(credential, device);
        return this;
    }

    public void reachable(boolean now) {
        reachable = now;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Verdict check(Claim claim) {
        Optional<String> shown = claim.credential().map(Credential::reveal);
        if (shown.isEmpty()) {
            return new Verdict.NotForMe();
        }
        if (!reachable) {
            return new Verdict.Unavailable("cannot be reached");
        }
        return Optional.ofNullable(devices.get(shown.get()))
                .map(owner -> verdict(owner, claim.device()))
                .orElseGet(() -> new Verdict.Refused("unknown credential"));
    }

    private Verdict verdict(DeviceId owner, DeviceId device) {
        return owner.equals(device)
                ? new Verdict.Accepted(new Principal(name, owner.value()))
                : new Verdict.OtherDevice("good for another badge");
    }
}
