package dev.supie.adapter.out.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

class PhrasesTest {

    private static final Phrases PHRASES =
            new Phrases.Table()
                    .add(Cue.DECISION, "决定|we decided")
                    .add(Cue.OPEN, "再决定")
                    .add(Cue.DUTY, "负责")
                    .add(Cue.NOTHING, "负责人")
                    .phrases();

    private static List<Cue> cues(String sentence) {
        return PHRASES.in(Words.of(sentence)).stream().map(Phrases.Match::cue).toList();
    }

    @Test
    void longerPhraseHidesTheShorterOneWithin() {
        assertEquals(List.of(Cue.OPEN), cues("下次再决定"));
        assertEquals(List.of(Cue.NOTHING, Cue.DUTY), cues("负责人负责"));
    }

    @Test
    void phrasesEndWhereAClauseEnds() {
        assertEquals(List.of(), cues("we, decided"));
        assertEquals(List.of(Cue.DECISION), cues("We decided, at last"));
    }

    @Test
    void addedPhrasesLeaveTheTableAsItWas() {
        Phrases more = PHRASES.with(Cue.OWNER, List.of("Maya Lin"));
        assertEquals(Cue.OWNER, more.in(Words.of("maya lin")).getFirst().cue());
        assertEquals(List.of(), cues("maya lin"));
    }

    @Test
    void everyPhraseOfTheTablesHasOneMeaning() {
        Map<List<String>, Cue> meanings = new HashMap<>();
        TreeSet<String> ambiguous = new TreeSet<>();
        for (Map<Cue, String> table : List.of(EnglishPhrases.TABLE, ChinesePhrases.TABLE)) {
            table.forEach(
                    (cue, phrases) ->
                            Pattern.compile("[|\n]")
                                    .splitAsStream(phrases)
                                    .filter(phrase -> !phrase.isBlank())
                                    .forEach(
                                            phrase -> {
                                                List<String> words =
                                                        Words.of(phrase).stream()
                                                                .map(Word::text)
                                                                .toList();
                                                Cue before = meanings.put(words, cue);
                                                if (before != null) {
                                                    ambiguous.add(phrase.strip());
                                                }
                                            }));
        }
        assertEquals(new TreeSet<>(), ambiguous);
    }
}
