package dev.supie.application.enrolment;

import dev.supie.application.enrolment.port.DeviceStore;
import dev.supie.application.enrolment.port.DeviceTokens;
import dev.supie.application.enrolment.port.EnrolmentChance;
import dev.supie.application.enrolment.port.SerialKeys;
import dev.supie.domain.kernel.DeviceId;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Puts the enrolment feature together.
public final class EnrolmentFeature {

    private EnrolmentFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param approvalNeeded `server.enrolment` is `approve`; asked anew each time (CFG-3)
    /// @param sendAway closes the connections of a badge with 4003; returns at once
    public record Ports(
            DeviceStore store,
            DeviceTokens tokens,
            EnrolmentChance chance,
            SerialKeys serialKeys,
            InstantSource time,
            BooleanSupplier approvalNeeded,
            Consumer<DeviceId> sendAway) {}

    public static Enrolments create(Ports ports) {
        return new EnrolmentService(ports);
    }
}
