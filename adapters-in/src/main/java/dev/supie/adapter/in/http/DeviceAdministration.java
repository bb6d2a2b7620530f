package dev.supie.adapter.in.http;

import dev.supie.application.conversation.Memories;
import dev.supie.application.enrolment.Enrolments;
import dev.supie.application.enrolment.Enrolments.Choice;
import dev.supie.application.enrolment.Enrolments.Outcome;
import dev.supie.application.enrolment.port.DeviceQuery;
import dev.supie.application.enrolment.port.DeviceQuery.Phase;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Answers an administrator; knows parameters and bodies, but no HTTP.
final class DeviceAdministration {

    static final int LIMIT_DEFAULT = 100;

    private static final String CODE = "code";
    private static final String DEVICE = "deviceId";

    private final Enrolments enrolments;
    private final Memories memories;

    DeviceAdministration(Enrolments enrolments, Memories memories) {
        this.enrolments = enrolments;
        this.memories = memories;
    }

    Answer list(QueryParameters parameters) {
        Set<Phase> phases = phases(parameters);
        long offset = parameters.whole("offset", 0, 0, DeviceQuery.OFFSET_MAX);
        int limit = (int) parameters.whole("limit", LIMIT_DEFAULT, 1, DeviceQuery.LIMIT_MAX);
        if (!parameters.problems().isEmpty()) {
            return new Answer.Wrong(parameters.problems());
        }
        List<Enrolment> page = enrolments.list(phases, offset, limit);
        return new Answer.Found(new DevicePageBody(offset, limit, DeviceBody.of(page)));
    }

    private static Set<Phase> phases(QueryParameters parameters) {
        String wanted = parameters.text("state").orElse("").strip().toUpperCase(Locale.ROOT);
        Set<Phase> all = EnumSet.allOf(Phase.class);
        if (wanted.isEmpty()) {
            return all;
        }
        Set<Phase> named = EnumSet.noneOf(Phase.class);
        all.stream().filter(phase -> phase.name().equals(wanted)).forEach(named::add);
        if (named.isEmpty()) {
            parameters.problem("state must be pending, approved or revoked");
        }
        return named;
    }

    Answer approve(String body) {
        return decide(body, true, enrolments::approve);
    }

    Answer reject(String body) {
        return decide(body, true, enrolments::reject);
    }

    Answer revoke(String body) {
        return decide(
                body,
                false,
                choice ->
                        switch (choice) {
                            case Choice.Device(DeviceId device) -> enrolments.revoke(device);
                            case Choice.Code _ -> new Outcome.Nobody();
                        });
    }

    /// What was talked about with a badge; harmless if that was nothing.
    Answer forget(String body) {
        return switch (TextMembers.read(body, "")) {
            case TextMembers.Unintelligible(String reason) -> new Answer.Wrong(List.of(reason));
            case TextMembers.Understood(Map<String, String> texts) ->
                    forget(IdText.normalise(texts.getOrDefault(DEVICE, "")));
        };
    }

    private Answer forget(IdText text) {
        return switch (text) {
            case IdText.Usable(String id) -> {
                memories.forget(new DeviceId(id));
                yield new Answer.Found(new ForgottenBody(id));
            }
            case IdText.Absent _ -> new Answer.Wrong(List.of("missing: deviceId"));
            case IdText.Refused(String reason) -> new Answer.Wrong(List.of("deviceId: " + reason));
        };
    }

    private Answer decide(String body, boolean codes, Function<Choice, Outcome> decision) {
        return switch (TextMembers.read(body, "")) {
            case TextMembers.Unintelligible(String reason) -> new Answer.Wrong(List.of(reason));
            case TextMembers.Understood(Map<String, String> texts) -> {
                Optional<String> code = Optional.ofNullable(texts.get(CODE)).filter(_ -> codes);
                Optional<String> device = Optional.ofNullable(texts.get(DEVICE));
                if (code.isPresent() == device.isPresent()) {
                    yield new Answer.Wrong(
                            List.of(codes ? "give either code or deviceId" : "missing: deviceId"));
                }
                yield code.map(text -> byCode(text, decision))
                        .or(() -> device.map(text -> byDevice(text, decision)))
                        .orElseThrow();
            }
        };
    }

    private static Answer byCode(String text, Function<Choice, Outcome> decision) {
        return ActivationCode.read(text)
                .map(
                        code ->
                                answer(
                                        decision.apply(new Choice.Code(code)),
                                        "no badge waits with this code"))
                .orElseGet(() -> new Answer.Wrong(List.of("code must be six digits")));
    }

    private static Answer byDevice(String text, Function<Choice, Outcome> decision) {
        return switch (IdText.normalise(text)) {
            case IdText.Usable(String id) ->
                    answer(
                            decision.apply(new Choice.Device(new DeviceId(id))),
                            "no badge with this id is known that this could be done to");
            case IdText.Absent _ -> new Answer.Wrong(List.of("deviceId is empty"));
            case IdText.Refused(String reason) -> new Answer.Wrong(List.of("deviceId: " + reason));
        };
    }

    private static Answer answer(Outcome outcome, String nobody) {
        return switch (outcome) {
            case Outcome.Done(List<Enrolment> now) -> new Answer.Found(DeviceBody.of(now));
            case Outcome.Nobody _ -> new Answer.Unknown(nobody);
            case Outcome.Several _ ->
                    new Answer.Conflict(
                            "several badges claim this id; use the code that the right one shows");
        };
    }
}
