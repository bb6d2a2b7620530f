package dev.supie.application.fake;

import dev.supie.application.meeting.MeetingFeature;
import dev.supie.application.meeting.Showing;
import dev.supie.application.meeting.port.Colleagues;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Broadcast;
import dev.supie.domain.meeting.JoinCode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Badges that are strangers without a name until a test says something else.
public final class ScriptedColleagues implements Colleagues {

    private final Set<Set<DeviceId>> together = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private Broadcast broadcast = Broadcast.NONE;

    /// For tests in which every badge is alone.
    public static MeetingFeature.Sharing strangers() {
        return new MeetingFeature.Sharing(countedCodes(), new ScriptedColleagues());
    }

    /// 100001, 100002 and so on.
    public static Supplier<JoinCode> countedCodes() {
        AtomicInteger last = new AtomicInteger(100_000);
        return () -> JoinCode.of(last.incrementAndGet());
    }

    public void workTogether(String one, String other) {
        together.add(Set.of(new DeviceId(one), new DeviceId(other)));
    }

    /// Whoever is shown a meeting now; a group are those whose ids begin with the same two letters.
    public void show(Broadcast next) {
        broadcast = next;
    }

    public Showing showing() {
        return new Showing(broadcast, device -> device.value().substring(0, 2));
    }

    public void call(String device, String name) {
        names.put(device, name);
    }

    @Override
    public boolean areTogether(DeviceId owner, DeviceId guest) {
        return together.contains(Set.of(owner, guest));
    }

    @Override
    public Optional<String> nameOf(String speaker) {
        return Optional.ofNullable(names.get(speaker));
    }
}
