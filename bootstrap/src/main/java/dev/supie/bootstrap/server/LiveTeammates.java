package dev.supie.bootstrap.server;

import dev.supie.application.meeting.port.Colleagues;
import dev.supie.domain.kernel.DeviceId;

import java.util.Optional;
import java.util.function.Supplier;

/// Who works with whom at the moment somebody asks (CFG-3).
record LiveTeammates(Supplier<Teammates> now) implements Colleagues {

    @Override
    public boolean areTogether(DeviceId owner, DeviceId guest) {
        return now.get().areTogether(owner, guest);
    }

    @Override
    public Optional<String> nameOf(String speaker) {
        return now.get().nameOf(speaker);
    }
}
