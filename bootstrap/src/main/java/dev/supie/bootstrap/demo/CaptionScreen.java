package dev.supie.bootstrap.demo;

/// What a person sees of the spoken demo. Calls come from several threads, each is shown whole.
interface CaptionScreen {

    void title(String text);

    void line(String text);

    /// Somebody begins to speak; what is understood follows.
    void speaks(String who);

    /// Time passes.
    void tick();

    /// What is understood so far of who speaks; nothing if somebody else does by now.
    void guess(String who, String text);

    /// What was understood in the end.
    ///
    /// @param note about it, in few words
    void said(String who, String text, String note);

    /// The last thing that is shown; whatever comes after it is not.
    void end(String text);
}
