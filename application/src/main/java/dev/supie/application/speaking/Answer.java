package dev.supie.application.speaking;

/// One answer, sentence by sentence, in the order of the calls. Any thread may call; nothing
/// blocks, and everything is harmless once the answer has ended.
public interface Answer {

    /// Shows and says one more sentence.
    void say(String sentence);

    /// That was all. The badge is told once everything has been played.
    void finish();
}
