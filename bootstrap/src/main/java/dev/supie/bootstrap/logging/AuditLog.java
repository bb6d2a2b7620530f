package dev.supie.bootstrap.logging;

import dev.supie.application.administration.port.AuditTrail;

/// Notes what administrators do under the logger `supie.audit`, which [Logging] gives a file of its
/// own, and which no level silences.
public final class AuditLog implements AuditTrail {

    static final String LOGGER = "supie.audit";

    private static final System.Logger LOG = System.getLogger(LOGGER);

    @Override
    public void note(Entry entry) {
        LOG.log(
                System.Logger.Level.INFO,
                "action={0} target={1} result={2} who={3} address={4}",
                entry.action(),
                orNothing(entry.target()),
                entry.result(),
                orNothing(entry.who()),
                entry.address());
    }

    /// A space inside would look like the end of the value.
    private static String orNothing(String text) {
        return text.isBlank() ? "-" : text.strip().replace(' ', '_');
    }
}
