package dev.supie.application.connection;

import dev.supie.application.tool.BadgeTools;
import dev.supie.domain.connection.ClientFeatures;
import dev.supie.domain.connection.Connection;

/// What badges say about tools of their own (CHAT-3); only ever called in a connection's lane.
record ToolRequests(BadgeTools tools) {

    /// After its answer. A badge that does not announce tools is never asked for any, and one that
    /// has been replaced or has ended not any more.
    void greeted(LiveConnection live, ClientFeatures features) {
        if (features.mcp() && live.state() instanceof Connection.Open) {
            tools.announced(live.identity().session());
        }
    }

    void answered(LiveConnection live, BadgeRequest.ToolAnswer answer) {
        tools.answered(live.identity().session(), answer.request(), answer.reply());
    }
}
