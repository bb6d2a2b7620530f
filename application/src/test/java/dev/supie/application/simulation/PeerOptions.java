package dev.supie.application.simulation;

import dev.supie.domain.peer.InboxSettings;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How bad the weather is for peer messages in one run, drawn from its seed.
///
/// @param inboxes small enough to be full at times
/// @param modelDelayMax a model takes up to this long, which may be too long
/// @param disconnectOdds a badge's cable is pulled, per step
/// @param killOdds the process is killed, per step
/// @param storeFaultOdds the next save fails, before or after it took effect, or some reads, per
///   step
/// @param takeoverOdds a badge connects again while its old connection is still there, per step and
///   per step during which the next save is under way
/// @param lostOdds a message that was written never reaches the badge, which has lost its
///   connection by then; per message
/// @param doubledOdds a request of a badge arrives twice, per request
/// @param forgottenOdds a badge forgets to acknowledge, per acknowledgement
/// @param lateAlarmOdds the clock moves on without an alarm that is due, per step
/// @param clockOdds the clock of the machine has been set when the process starts, per kill
record PeerOptions(
        int badges,
        int steps,
        InboxSettings inboxes,
        Duration modelDelayMax,
        double disconnectOdds,
        double killOdds,
        double storeFaultOdds,
        double takeoverOdds,
        double lostOdds,
        double doubledOdds,
        double forgottenOdds,
        double lateAlarmOdds,
        double clockOdds) {

    static PeerOptions drawnFrom(RandomGenerator random) {
        InboxSettings.WhenFull[] choices = InboxSettings.WhenFull.values();
        return new PeerOptions(
                2 + random.nextInt(4),
                200 + random.nextInt(400),
                new InboxSettings(
                        random.nextBoolean() ? 100 : 1 + random.nextInt(20),
                        choices[random.nextInt(choices.length)]),
                Duration.ofMillis(random.nextInt(5_000)),
                odds(random, 0.05),
                odds(random, 0.02),
                odds(random, 0.04),
                odds(random, 0.06),
                odds(random, 0.2),
                odds(random, 0.2),
                odds(random, 0.3),
                odds(random, 0.02),
                odds(random, 1));
    }

    private static double odds(RandomGenerator random, double most) {
        return random.nextInt(3) == 0 ? 0 : random.nextDouble() * most;
    }
}
