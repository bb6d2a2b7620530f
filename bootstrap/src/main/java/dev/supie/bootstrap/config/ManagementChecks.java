package dev.supie.bootstrap.config;

import dev.supie.adapter.out.webhook.TargetHost;

import java.net.URI;

/// The rules between the keys of the management server (CFG-3).
final class ManagementChecks {

    private final Values values;

    ManagementChecks(Values values) {
        this.values = values;
    }

    void run(ManagementConfig management) {
        management.url().ifPresent(this::checkWay);
        if (values.isGiven(ManagementSettings.SECRET) && !values.isGiven(ManagementSettings.URL)) {
            values.refuse(
                    ManagementSettings.SECRET,
                    "has no effect without config.url",
                    "set config.url or remove it");
        }
    }

    /// Near are this machine and private addresses; a name may lead anywhere.
    private void checkWay(URI url) {
        boolean near = TargetHost.objection(url.getHost(), false).isPresent();
        if (url.getScheme().equalsIgnoreCase("http") && !near) {
            values.warn(
                    ManagementSettings.URL,
                    "is not protected on the way, so whoever is on the way reads the secret and"
                            + " writes the configuration",
                    "use https");
        }
    }
}
