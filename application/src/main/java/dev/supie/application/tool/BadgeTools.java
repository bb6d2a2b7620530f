package dev.supie.application.tool;

import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.tool.DeviceReply;

/// The tools of the badges that are connected (CHAT-3): what their connections say.
///
/// Safe for use by many threads; no call waits for anything. Memory holds something only of badges
/// that have announced tools, until [#left].
public interface BadgeTools {

    /// The badge has said that it has tools (`features.mcp`, CON-2): asks it for them, unless it
    /// has been asked already. Never to be called after [#left].
    void announced(SessionId session);

    /// The badge has answered something.
    ///
    /// @param request the id of what it answers, which may be anything
    void answered(SessionId session, int request, DeviceReply reply);

    /// The connection has ended: whoever waits for an answer of it is told. Repeating it is
    /// harmless.
    void left(SessionId session);
}
