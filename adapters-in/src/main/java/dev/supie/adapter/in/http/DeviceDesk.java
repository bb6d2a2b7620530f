package dev.supie.adapter.in.http;

import dev.supie.application.conversation.Memories;
import dev.supie.application.enrolment.Enrolments;

/// Where badges are let in and forgotten, and what an administrator must present to decide there.
///
/// @param adminToken `server.admin_token`
/// @param memories of talking with badges
public record DeviceDesk(Enrolments enrolments, AccessToken adminToken, Memories memories) {

    /// Where nothing is remembered.
    public DeviceDesk(Enrolments enrolments, AccessToken adminToken) {
        this(enrolments, adminToken, _ -> {});
    }
}
