package dev.supie.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.config.MeetingConfig;
import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class TeammatesTest {

    private static final DeviceId ONE = new DeviceId("red-1");
    private static final DeviceId TWO = new DeviceId("red-2");
    private static final DeviceId STRANGER = new DeviceId("blue-1");

    @Test
    void badgesOfOneGroupAreTogether() {
        assertTrue(teammates(true).areTogether(ONE, TWO));
        assertFalse(teammates(true).areTogether(ONE, STRANGER));
    }

    @Test
    void notIfThatIsSwitchedOff() {
        assertFalse(teammates(false).areTogether(ONE, TWO));
    }

    @Test
    void whoIsListedIsWelcomeEverywhereButIsNoHost() {
        Teammates listed = teammates(false, STRANGER);

        assertTrue(listed.areTogether(ONE, STRANGER));
        assertFalse(listed.areTogether(STRANGER, ONE));
    }

    @Test
    void aBadgeIsCalledByItsAlias() {
        assertEquals(Optional.of("Li"), teammates(true).nameOf("red-1"));
        assertEquals(Optional.empty(), teammates(true).nameOf("red-2"));
        assertEquals(Optional.empty(), teammates(true).nameOf("somebody else"));
    }

    private static Teammates teammates(boolean group, DeviceId... allowed) {
        return Teammates.of(
                new MeetingConfig.Joining(8, List.of(allowed), group),
                device -> device.value().substring(0, 3),
                Map.of(ONE, "Li"));
    }
}
