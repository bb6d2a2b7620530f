package dev.supie.domain.connection;

import dev.supie.domain.kernel.Rate;

/// How fast one connection may speak, and how often it is told that it speaks too fast (MSG-2).
public final class MessageRates {

    /// 50 text messages a second, 100 at once.
    public static final Rate TEXT = Rate.perSecond(50, 100);

    /// 100 audio packets a second. A badge that was held up by its network sends all it has kept at
    /// once, so a whole second's worth may come together.
    public static final Rate AUDIO = Rate.perSecond(100, 100);

    /// The notice that something was dropped, once a second.
    public static final Rate NOTICES = Rate.perSecond(1, 1);

    private MessageRates() {}
}
