package dev.supie.application.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How bad the weather is in one run, drawn from its seed: some runs are calm, some have every
/// fault at once.
///
/// @param disconnectOdds a badge's cable is pulled, per step
/// @param killOdds the process is killed, per step
/// @param storeFaultOdds the next save fails, before or after it took effect, per step
/// @param modelFaultOdds the next call of the configured summarizer fails or breaks, per step
/// @param modelDelayMax a summarizer takes up to this long, which may be too long
/// @param takeoverOdds a badge connects again while its old connection is still there, per step,
///   per request that is about to get its turn, and per step during which the next save is under
///   way
/// @param lateAlarmOdds the clock moves on without an alarm that is due, per step
/// @param shareOdds a badge that begins a meeting invites others, or joins another one's, per start
/// @param webhookFaultOdds the next post of the webhook fails, or arrives unheard, or what came of
///   it cannot be noted, per step
record SimulationOptions(
        int badges,
        int steps,
        double disconnectOdds,
        double killOdds,
        double storeFaultOdds,
        double modelFaultOdds,
        Duration modelDelayMax,
        double takeoverOdds,
        double lateAlarmOdds,
        double shareOdds,
        double webhookFaultOdds) {

    static SimulationOptions drawnFrom(RandomGenerator random) {
        return new SimulationOptions(
                1 + random.nextInt(3),
                150 + random.nextInt(250),
                odds(random, 0.05),
                odds(random, 0.02),
                odds(random, 0.03),
                odds(random, 0.05),
                Duration.ofSeconds(1 + random.nextInt(random.nextBoolean() ? 3 : 90)),
                odds(random, 0.08),
                odds(random, 0.05),
                random.nextInt(3) == 0 ? 0 : 0.5 + random.nextDouble() / 2,
                odds(random, 0.1));
    }

    private static double odds(RandomGenerator random, double most) {
        return random.nextInt(3) == 0 ? 0 : random.nextDouble() * most;
    }
}
