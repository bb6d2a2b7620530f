package dev.supie.application.speaking;

/// One answer, sentence by sentence, in the order of the calls. Any thread may call; nothing
/// blocks, and everything is harmless once the answer has ended.
public interface Answer {

    /// Shows and says one more sentence. One that is too long is shown and said in parts
    /// ([dev.supie.domain.speaking.Sentences#CHARS_MAX]); if too many wait
    /// ([dev.supie.domain.speaking.Recital#SENTENCES_WAITING_MAX]) it is left out, counted and
    /// logged.
    void say(String sentence);

    /// That was all. The badge is told once everything has been played.
    void finish();
}
