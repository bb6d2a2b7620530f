package dev.supie.domain.enrolment;

import dev.supie.domain.kernel.DeviceId;

/// Who asks to be let in: a device id, which is printed on badges and travels openly, together with
/// the client id, which firmware makes up once and keeps to itself (OTA-1).
///
/// Somebody else who uses the id of an approved badge is therefore another applicant, with a code
/// of its own; so is a badge that was reset.
///
/// @param client of the client id, which is never kept itself
public record Applicant(DeviceId device, Fingerprint client) {}
