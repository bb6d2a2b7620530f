package dev.supie.bootstrap.config;

import java.util.Optional;

/// Who decides which badges are let in (OTA-1).
///
/// @param adminToken what an administrator presents; without one the server makes one
public record EnrolmentConfig(Policy policy, Optional<Secret> adminToken) {

    /// Whether a badge must be approved.
    public enum Policy {
        OPEN,
        APPROVE
    }
}
