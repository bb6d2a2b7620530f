package dev.supie.domain.task.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

/// WF-8: which task is meant if none is named, and by how much of a title.
final class VoiceChoiceTest {

    private static final VoiceTarget USUAL = new VoiceTarget.Usual();

    private static VoiceChoice.Open mine(String title) {
        return new VoiceChoice.Open(title, true);
    }

    private static VoiceChoice.Open other(String title) {
        return new VoiceChoice.Open(title, false);
    }

    @Test
    void assignTakesTheFirstThatIsNotMine() {
        assertEquals(
                new VoiceChoice.Chosen(1),
                VoiceChoice.among(
                        List.of(mine("a"), other("b"), other("c")), VoiceIntent.ASSIGN, USUAL));
    }

    @Test
    void assignFindsNothingIfAllAreMine() {
        assertEquals(
                new VoiceChoice.Empty(),
                VoiceChoice.among(List.of(mine("a")), VoiceIntent.ASSIGN, USUAL));
        assertEquals(
                new VoiceChoice.Empty(), VoiceChoice.among(List.of(), VoiceIntent.ASSIGN, USUAL));
    }

    @Test
    void completeMeansMyFirstAndElseTheFirst() {
        assertEquals(
                new VoiceChoice.Chosen(1),
                VoiceChoice.among(
                        List.of(other("a"), mine("b"), mine("c")), VoiceIntent.COMPLETE, USUAL));
        assertEquals(
                new VoiceChoice.Chosen(0),
                VoiceChoice.among(List.of(other("a"), other("b")), VoiceIntent.COMPLETE, USUAL));
        assertEquals(
                new VoiceChoice.Empty(), VoiceChoice.among(List.of(), VoiceIntent.COMPLETE, USUAL));
    }

    @Test
    void theWholeTitleOutweighsPartsOfOthers() {
        List<VoiceChoice.Open> open = List.of(other("Call Ana back"), other("Call Ana"));

        assertEquals(new VoiceChoice.Chosen(1), titled(open, "callana"));
        assertEquals(new VoiceChoice.Several(List.of(0, 1)), titled(open, "call"));
        assertEquals(new VoiceChoice.Chosen(0), titled(open, "back"));
        assertEquals(new VoiceChoice.Talk(), titled(open, "bob"));
    }

    @Test
    void oneLetterIsNoPartOfATitle() {
        assertEquals(new VoiceChoice.Talk(), titled(List.of(other("写周报")), "写"));
        assertEquals(new VoiceChoice.Chosen(0), titled(List.of(other("写周报")), "周报"));
        assertEquals(new VoiceChoice.Chosen(0), titled(List.of(other("写")), "写"));
    }

    @Test
    void placesAreWithinTheList() {
        List<VoiceChoice.Open> open = List.of(other("a"), other("b"));

        assertEquals(new VoiceChoice.Beyond(0), placed(open, new VoiceTarget.Place.Nth(0)));
        assertEquals(new VoiceChoice.Chosen(0), placed(open, new VoiceTarget.Place.Nth(1)));
        assertEquals(new VoiceChoice.Chosen(1), placed(open, new VoiceTarget.Place.Nth(2)));
        assertEquals(new VoiceChoice.Beyond(3), placed(open, new VoiceTarget.Place.Nth(3)));
        assertEquals(new VoiceChoice.Chosen(1), placed(open, new VoiceTarget.Place.Last()));
        assertEquals(new VoiceChoice.Empty(), placed(List.of(), new VoiceTarget.Place.Last()));
    }

    private static VoiceChoice titled(List<VoiceChoice.Open> open, String words) {
        return VoiceChoice.among(open, VoiceIntent.ASSIGN, new VoiceTarget.Titled(words));
    }

    private static VoiceChoice placed(List<VoiceChoice.Open> open, VoiceTarget.Place place) {
        return VoiceChoice.among(open, VoiceIntent.ASSIGN, new VoiceTarget.Placed(place, ""));
    }
}
