package dev.supie.adapter.out.llm;

import dev.supie.adapter.out.llm.Phrases.Match;

import java.util.Collection;
import java.util.List;

/// Reads what sentences say: decisions, actions, risks and next steps, in Chinese, English or both.
///
/// It knows phrases, not meaning. Strengths add up from what a sentence has: who, how firmly, what
/// and by when. What is negated, conditional, asked, past or left open does not count.
final class CueReader {

    private static final Phrases TABLE =
            new Phrases.Table().addAll(EnglishPhrases.TABLE).addAll(ChinesePhrases.TABLE).phrases();

    private final Phrases phrases;

    /// @param speakers names that may own an action when they are spoken
    CueReader(Collection<String> speakers) {
        phrases = TABLE.with(Cue.OWNER, speakers);
    }

    Cues read(String sentence, List<Word> words) {
        List<Match> matches = phrases.in(words);
        boolean filler = Fillers.fill(words);
        boolean question = asks(sentence, matches);
        ClauseReading reading = new ClauseReading(words, matches);
        int action = question ? reading.request() : reading.action();
        int decision = question ? 0 : reading.decision();
        return new Cues(
                decision,
                action,
                question ? 0 : reading.risk(),
                question || action + decision > 0 ? 0 : reading.nextStep(),
                question,
                filler,
                matches.stream().anyMatch(match -> match.cue() == Cue.TURN),
                topicStart(words, matches));
    }

    private static boolean asks(String sentence, List<Match> matches) {
        char last = sentence.charAt(sentence.length() - 1);
        if (last == '?' || last == '？') {
            return true;
        }
        String bare =
                last == '。' || last == '.'
                        ? sentence.substring(0, sentence.length() - 1)
                        : sentence;
        return bare.endsWith("吗")
                || bare.endsWith("呢")
                || matches.stream().anyMatch(CueReader::asks);
    }

    private static boolean asks(Match match) {
        return match.cue() == Cue.ASKING
                || match.cue() == Cue.REQUEST
                || (match.cue() == Cue.ASKING_FIRST && match.from() == 0);
    }

    private static int topicStart(List<Word> words, List<Match> matches) {
        for (Match match : matches) {
            if (match.cue() == Cue.TOPIC && match.to() < words.size()) {
                return words.get(match.to() - 1).end();
            }
        }
        return -1;
    }
}
