package dev.supie.adapter.in.http;

import dev.supie.domain.enrolment.Enrolment;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A badge as an administrator sees it; absent parts are left out of the JSON. Tokens and client
/// ids are in no part.
///
/// @param state `pending`, `approved` or `revoked`
/// @param code what a pending badge shows
/// @param since since when it is so, ISO-8601, and in epoch milliseconds beside it
/// @param askedAtMs when a pending badge was last noticed
/// @param about what the badge said of itself when it asked
@JsonbPropertyOrder({"deviceId", "state", "code", "since", "sinceMs", "askedAtMs", "about"})
record DeviceBody(
        String deviceId,
        String state,
        Optional<String> code,
        String since,
        long sinceMs,
        Optional<Long> askedAtMs,
        String about) {

    static List<DeviceBody> of(List<Enrolment> enrolments) {
        return enrolments.stream().map(DeviceBody::of).flatMap(Optional::stream).toList();
    }

    private static Optional<DeviceBody> of(Enrolment enrolment) {
        return switch (enrolment) {
            case Enrolment.Unknown _ -> Optional.empty();
            case Enrolment.Pending pending ->
                    Optional.of(
                            new DeviceBody(
                                    pending.applicant().device().value(),
                                    "pending",
                                    Optional.of(pending.code().digits()),
                                    pending.since().toString(),
                                    pending.since().toEpochMilli(),
                                    Optional.of(pending.askedAt().toEpochMilli()),
                                    pending.about()));
            case Enrolment.Approved approved ->
                    Optional.of(decided(enrolment, "approved", approved.since(), approved.about()));
            case Enrolment.Revoked revoked ->
                    Optional.of(decided(enrolment, "revoked", revoked.since(), revoked.about()));
        };
    }

    private static DeviceBody decided(
            Enrolment enrolment, String state, Instant since, String about) {
        return new DeviceBody(
                enrolment.applicant().device().value(),
                state,
                Optional.empty(),
                since.toString(),
                since.toEpochMilli(),
                Optional.empty(),
                about);
    }
}
