package dev.supie.adapter.in.http;

import dev.supie.application.administration.port.Reloading;
import dev.supie.application.conversation.Memories;
import dev.supie.application.enrolment.Enrolments;

/// Where badges are let in and forgotten, and what an administrator must present to decide there.
///
/// @param adminToken `server.admin_token`
/// @param memories of talking with badges
/// @param reloading reads the configuration again (CFG-3)
public record DeviceDesk(
        Enrolments enrolments, AccessToken adminToken, Memories memories, Reloading reloading) {}
