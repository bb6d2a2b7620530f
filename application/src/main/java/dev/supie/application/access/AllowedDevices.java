package dev.supie.application.access;

import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;
import dev.supie.domain.kernel.DeviceId;

import java.util.Set;

/// The white list of AUTH-2: a listed badge is let in on its word alone. Weak, because an id is no
/// secret: whoever has seen it can say it.
public final class AllowedDevices implements CredentialCheck {

    private static final String NAME = "allowed_devices";

    private final Set<DeviceId> devices;

    public AllowedDevices(Set<DeviceId> devices) {
        this.devices = Set.copyOf(devices);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict check(Claim claim) {
        DeviceId device = claim.device();
        return devices.contains(device)
                ? new Verdict.Accepted(new Principal(NAME, device.value()))
                : new Verdict.NotForMe();
    }
}
