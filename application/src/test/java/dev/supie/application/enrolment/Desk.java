package dev.supie.application.enrolment;

import dev.supie.application.enrolment.Enrolments.Choice;
import dev.supie.application.enrolment.Enrolments.Question;
import dev.supie.application.enrolment.Enrolments.Standing;
import dev.supie.application.enrolment.port.DeviceTokens;
import dev.supie.application.enrolment.port.SerialKeys;
import dev.supie.application.fake.CountedChance;
import dev.supie.application.fake.InMemoryDeviceStore;
import dev.supie.application.fake.KeyedTokens;
import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Enrolment over fakes, on virtual time.
final class Desk {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    final VirtualTime time = new VirtualTime(START);
    final InMemoryDeviceStore store = new InMemoryDeviceStore();
    final CountedChance chance = new CountedChance();
    final List<DeviceId> sentAway = new ArrayList<>();
    boolean approvalNeeded = true;
    private SerialKeys.Verdict signature = SerialKeys.Verdict.KEY_UNKNOWN;

    Enrolments enrolments = withKey("key");

    /// The server, started again with this key.
    Enrolments withKey(String key) {
        DeviceTokens tokens = new KeyedTokens(key);
        return EnrolmentFeature.create(
                new EnrolmentFeature.Ports(
                        store,
                        tokens,
                        chance,
                        (_, _, _) -> signature,
                        time,
                        () -> approvalNeeded,
                        sentAway::add));
    }

    void everySignatureIs(SerialKeys.Verdict verdict) {
        signature = verdict;
    }

    static DeviceId device(String id) {
        return new DeviceId(id);
    }

    static Question question(String device) {
        return question(device, "client of " + device);
    }

    static Question question(String device, String client) {
        return new Question(device(device), client, "badge/1.0");
    }

    Standing ask(String device) {
        return enrolments.ask(question(device));
    }

    /// The code that a badge must be shown now.
    ActivationCode codeOf(Question question) {
        return switch (enrolments.ask(question)) {
            case Standing.Waiting waiting -> waiting.code();
            case Standing.Open _,
                    Standing.Admitted _,
                    Standing.Refused _,
                    Standing.Nameless _,
                    Standing.Full _ ->
                    throw new AssertionError("it does not wait");
        };
    }

    /// The token that a badge is told now.
    String tokenOf(Question question) {
        return switch (enrolments.ask(question)) {
            case Standing.Admitted(String token) -> token;
            case Standing.Open _,
                    Standing.Waiting _,
                    Standing.Refused _,
                    Standing.Nameless _,
                    Standing.Full _ ->
                    throw new AssertionError("it is not admitted");
        };
    }

    /// Lets a badge in by its code; its token.
    String admit(Question question) {
        enrolments.approve(new Choice.Code(codeOf(question)));
        return tokenOf(question);
    }
}
