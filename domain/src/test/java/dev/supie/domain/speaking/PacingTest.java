package dev.supie.domain.speaking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// T25, T26: when packets go out. Times are in ms.
class PacingTest {

    private static final int PACKET = 60;
    private static final long PACKETS = 167;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 25, 85, 145, 205, 265, 325",
                "1 | 25, 85, 145, 205, 265, 325",
                "2 | 25, 25, 85, 145, 205, 265",
                "3 | 25, 25, 45, 85, 145, 205",
                "5 | 25, 25, 45, 45, 65, 85",
            })
    void t25TheHeadStartComesFirstAndThenRealTime(int headStart, String times) {
        List<Long> played = played(new Rehearsal(headStart), 6);
        assertEquals("[" + times + "]", played.toString());
    }

    private static List<Long> played(Rehearsal rehearsal, int packets) {
        rehearsal.say(0, packets).pass(Duration.ofMinutes(10));
        return rehearsal.played();
    }

    @Test
    void t25AnAlarmThatIsALittleLateMovesNothing() {
        Rehearsal rehearsal = new Rehearsal(2).late(() -> Duration.ofMillis(7));
        List<Long> played = played(rehearsal, 100);
        assertEquals(32, played.get(1));
        assertEquals(32 + 98 * PACKET + 7, played.getLast(), "late, but by no more");
    }

    @Test
    void t25AfterALongPauseItGoesOnFromThereWithoutABurst() {
        boolean[] stalled = {false};
        Rehearsal rehearsal = new Rehearsal(2).late(() -> Duration.ofMillis(stalled[0] ? 700 : 0));
        rehearsal.say(0, 50).pass(Duration.ofMillis(300));
        assertEquals(List.of(25L, 25L, 85L, 145L, 205L, 265L), rehearsal.played());
        stalled[0] = true;
        rehearsal.pass(Duration.ofMillis(725));
        stalled[0] = false;
        rehearsal.pass(Duration.ofMillis(200));
        assertEquals(
                List.of(1_025L, 1_025L, 1_085L, 1_145L, 1_205L),
                rehearsal.played().subList(6, 11),
                "the badge has played on from where it was");
    }

    @Test
    void aBadgeThatIsBehindHasOnePacketWaitingAndNoMore() {
        Rehearsal rehearsal = new Rehearsal(5).writing(() -> Duration.ofSeconds(3));
        rehearsal.say(0, 50).pass(Duration.ofMillis(5_900));
        List<String> sent = rehearsal.log().stream().filter(x -> x.endsWith("play")).toList();
        assertEquals(List.of("3025 play"), sent);
    }

    /// Whatever alarms and sockets do, a badge never has too much, and nothing comes in a burst.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void t25NeverMoreThanTheHeadStartAheadAndNoThirdWithinTenMillis(int headStart) {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Rehearsal rehearsal =
                    new Rehearsal(headStart)
                            .late(now(random, 40, 400))
                            .writing(now(random, 10, 200));
            List<Long> played = played(rehearsal, 100);
            assertEquals(100, played.size());
            String what = "headStart=" + headStart + " seed=" + seed;
            assertTrue(ahead(played) <= Math.max(1L, headStart) * PACKET, what);
            for (int index = 2; index < played.size(); index++) {
                assertTrue(played.get(index) - played.get(index - 2) > 10, what);
            }
        }
    }

    /// Usually nothing, sometimes a little, and now and then much.
    private static Supplier<Duration> now(Random random, int little, int much) {
        return () ->
                switch (random.nextInt(20)) {
                    case 0 -> Duration.ofMillis(random.nextInt(much));
                    case 1, 2, 3, 4 -> Duration.ofMillis(random.nextInt(little));
                    default -> Duration.ZERO;
                };
    }

    /// The most that a badge which plays without a break ever had.
    private static long ahead(List<Long> played) {
        long playedUntil = 0;
        long most = 0;
        for (long at : played) {
            playedUntil = Math.max(playedUntil, at) + PACKET;
            most = Math.max(most, playedUntil - at);
        }
        return most;
    }

    @Test
    void t25TheMeanGapOfTenSecondsIsThatOfThePackets() {
        Random random = new Random(7);
        Rehearsal rehearsal = new Rehearsal(2).late(() -> Duration.ofMillis(random.nextInt(15)));
        List<Long> played = played(rehearsal, (int) PACKETS + 1);
        double mean = (played.getLast() - played.get(1)) / (double) (PACKETS - 1);
        assertEquals(PACKET, mean, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 5})
    void t25TheEndComesAfterTheLastPacketWasPlayed(int headStart) {
        Rehearsal rehearsal = new Rehearsal(headStart);
        rehearsal.say(0, 20).tell(new RecitalCommand.Finish());
        rehearsal.pass(Duration.ofMinutes(1));
        assertEquals((25 + 20 * PACKET + 60) + " spoken", rehearsal.log().getLast());
    }
}
