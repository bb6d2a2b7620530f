package dev.supie.domain.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.kernel.DeviceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Set;

/// Who is shown a meeting without taking part in it (MTG-10).
class BroadcastTest {

    private static final Meeting MEETING = CompanyExamples.shared();
    private static final DeviceId ORIGIN = MEETING.origin().device();
    private static final DeviceId COLLEAGUE = new DeviceId("colleague");
    private static final DeviceId STRANGER = new DeviceId("stranger");
    private static final Map<DeviceId, String> GROUPS =
            Map.of(ORIGIN, "ops", CompanyExamples.GUEST, "ops", COLLEAGUE, "ops", STRANGER, "dev");

    private static boolean reaches(Broadcast broadcast, DeviceId device) {
        return broadcast.reaches(device, MEETING, GROUPS::get);
    }

    private static Broadcast.Circle circle(String name) {
        return switch (name) {
            case "nobody" -> new Broadcast.Circle.Nobody();
            case "group" -> new Broadcast.Circle.Group();
            case "listed" -> new Broadcast.Circle.Listed(Set.of(STRANGER));
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({"nobody, false, false", "group, true, false", "listed, false, true"})
    void aCircleIsShownItAndNobodyElse(String name, boolean colleague, boolean stranger) {
        Broadcast broadcast = new Broadcast(circle(name), false);
        assertEquals(colleague, reaches(broadcast, COLLEAGUE));
        assertEquals(stranger, reaches(broadcast, STRANGER));
    }

    @ParameterizedTest
    @CsvSource({"nobody, false", "group, true", "listed, true"})
    void theBadgeThatStartedItOnlyIfItIsIncluded(String name, boolean included) {
        assertFalse(reaches(new Broadcast(circle(name), false), ORIGIN));
        assertEquals(included, reaches(new Broadcast(circle(name), true), ORIGIN));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasJoinedIsNeverShownItBesides(boolean includesOrigin) {
        DeviceId guest = CompanyExamples.GUEST;
        Broadcast.Circle listed = new Broadcast.Circle.Listed(Set.of(guest, ORIGIN));
        assertFalse(reaches(new Broadcast(listed, includesOrigin), guest));
        assertFalse(reaches(new Broadcast(new Broadcast.Circle.Group(), includesOrigin), guest));
    }

    @Test
    void norWhoHasLeft() {
        Meeting left =
                MeetingExamples.given(MEETING)
                        .when(CompanyExamples.GUEST_LEAVES)
                        .at(CompanyExamples.LATER)
                        .state();
        assertFalse(
                new Broadcast(new Broadcast.Circle.Group(), false)
                        .reaches(CompanyExamples.GUEST, left, GROUPS::get));
    }

    @Test
    void itIsOffUnlessSomebodyIsShownIt() {
        assertTrue(Broadcast.NONE.isOff());
        assertTrue(new Broadcast(new Broadcast.Circle.Nobody(), true).isOff());
        assertFalse(new Broadcast(new Broadcast.Circle.Group(), false).isOff());
    }
}
