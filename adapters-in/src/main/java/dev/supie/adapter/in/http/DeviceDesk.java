package dev.supie.adapter.in.http;

import dev.supie.application.enrolment.Enrolments;

/// Where badges are let in, and what an administrator must present to decide there.
///
/// @param adminToken `server.admin_token`
public record DeviceDesk(Enrolments enrolments, AccessToken adminToken) {}
