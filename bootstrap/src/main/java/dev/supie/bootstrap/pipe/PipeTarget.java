package dev.supie.bootstrap.pipe;

import dev.supie.domain.kernel.DeviceId;

import java.net.URI;
import java.util.Optional;

/// Where a build is told.
///
/// @param url of the badges' listener, `ws` or `wss`
/// @param pipe what this machine is called there
/// @param token that proves it, if the server wants one (AUTH-2)
public record PipeTarget(URI url, DeviceId pipe, Optional<String> token) {

    /// Leaves the token out.
    @Override
    public String toString() {
        return "PipeTarget[" + url + " as " + pipe + "]";
    }
}
