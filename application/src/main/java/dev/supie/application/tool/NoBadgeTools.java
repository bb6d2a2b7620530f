package dev.supie.application.tool;

import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.tool.DeviceReply;

/// Badges are not asked for their tools.
record NoBadgeTools() implements BadgeTools {

    @Override
    public void announced(SessionId session) {}

    @Override
    public void answered(SessionId session, int request, DeviceReply reply) {}

    @Override
    public void left(SessionId session) {}
}
