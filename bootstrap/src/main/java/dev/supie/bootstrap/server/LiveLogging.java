package dev.supie.bootstrap.server;

import dev.supie.bootstrap.config.LogConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.logging.Logging;
import dev.supie.bootstrap.reload.Reloadable;

/// Has events written as the configuration says (LOG-1, CFG-3). What was set by other means stays
/// until the section `log` changes. For one thread at a time.
final class LiveLogging implements Reloadable {

    private LogConfig inForce;

    LiveLogging(LogConfig atStart) {
        this.inForce = atStart;
    }

    @Override
    public void settle(SupieConfig config) {
        if (!config.log().equals(inForce)) {
            inForce = config.log();
            Logging.start(inForce);
        }
    }
}
