package dev.supie.application.tool;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.tool.port.ArgumentForms;
import dev.supie.domain.tool.OwnTool;

import java.time.InstantSource;
import java.util.concurrent.Executor;

/// Puts the tools of badges together.
public final class BadgeToolFeature {

    private BadgeToolFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param background runs short work that must not run on the caller's thread
    public record Ports(
            BadgeLink link,
            ArgumentForms forms,
            Executor background,
            Alarms alarms,
            InstantSource time) {}

    /// The two sides of it: what connections say, and what models use.
    public record Both(BadgeTools tools, Toolbox toolbox) {}

    /// No tool of a badge is offered under a name of ours.
    public static Both create(Ports ports) {
        BadgeToolService service = new BadgeToolService(ports, OwnTool.NAMES);
        return new Both(service, service);
    }

    /// Where no badge has tools that anybody could use.
    public static BadgeTools none() {
        return new NoBadgeTools();
    }
}
