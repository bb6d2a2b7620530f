package dev.supie.adapter.in.http;

import dev.supie.application.administration.Administration;
import dev.supie.application.administration.port.AuditTrail;
import dev.supie.application.administration.port.LogLevels;

/// What administrators see and change.
///
/// @param audit told of every change, of every backup, and of whoever presents no good token
public record AdminDesk(
        Administration administration,
        LogLevels levels,
        AuditTrail audit,
        ServerFacts facts,
        Backups backups) {}
