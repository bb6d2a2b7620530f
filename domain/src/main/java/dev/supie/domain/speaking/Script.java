package dev.supie.domain.speaking;

/// How far an answer is with its sentences, which are numbered from 0: those that are to be said,
/// those that were given away to be made into sound, those the badge was shown.
///
/// At any time only two have sound: the one shown last, which is being played, and the one after
/// it. That one is begun as soon as the former is whole, so that it is there when its time comes,
/// and an answer that is cut off has made little in vain.
///
/// @param said how many are to be said
/// @param asked how many were given away; at most one more than shown
/// @param shown how many the badge was shown
/// @param playing of the sentence shown last
/// @param next of the one after it
/// @param finished whether no more will be said
record Script(int said, int asked, int shown, Sound playing, Sound next, boolean finished) {

    static final Script EMPTY = new Script(0, 0, 0, Sound.EXHAUSTED, Sound.AWAITED, false);

    /// Sentences that the badge was not shown yet.
    int waiting() {
        return said - shown;
    }

    Script oneMore() {
        return new Script(said + 1, asked, shown, playing, next, finished);
    }

    Script complete() {
        return new Script(said, asked, shown, playing, next, true);
    }

    /// Whether the next sentence may be given away to be made into sound.
    boolean mayAsk() {
        return asked == shown && asked < said && playing.whole();
    }

    Script oneAsked() {
        return new Script(said, asked + 1, shown, playing, Sound.AWAITED, finished);
    }

    /// Whether sound of this sentence is of any use.
    boolean awaits(int sentence) {
        return (sentence == shown - 1 && !playing.whole())
                || (sentence == shown && asked > shown && !next.whole());
    }

    Script more(int sentence, int packets) {
        return sentence == shown
                ? new Script(said, asked, shown, playing, next.more(packets), finished)
                : new Script(said, asked, shown, playing.more(packets), next, finished);
    }

    Script ended(int sentence) {
        return sentence == shown
                ? new Script(said, asked, shown, playing, next.ended(), finished)
                : new Script(said, asked, shown, playing.ended(), next, finished);
    }

    /// Whether a sentence waits only for its moment to be shown.
    boolean isNextUp() {
        return asked > shown && playing.isExhausted();
    }

    Script oneShown() {
        return new Script(said, asked, shown + 1, next, Sound.AWAITED, finished);
    }

    Script onePlayed() {
        return new Script(said, asked, shown, playing.taken(), next, finished);
    }

    /// Whether everything was shown and all of its sound has gone out.
    boolean isDone() {
        return finished && shown == said && playing.isExhausted();
    }
}
