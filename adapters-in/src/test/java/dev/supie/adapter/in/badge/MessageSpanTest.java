package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.supie.application.fake.KeptSpans;
import dev.supie.application.tracing.port.Tracing.Work;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What operators see of a badge's messages. In JSON `'` stands for `"`.
class MessageSpanTest {

    private static final String SNIPPET =
            "{'type':'meeting','phase':'snippet','items':[{'tag':'speech','text':'top secret'}]}";

    private final ConnectionRig rig = ConnectionRig.opened(BinaryFraming.BARE);

    private List<KeptSpans.Ended> spans() {
        return rig.spans.ended();
    }

    @Test
    void aMessageIsOneSpanWithWhoseItIsAndHowLongItWaited() {
        rig.say("{'type':'hello'}");
        assertEquals(
                List.of(
                        new KeptSpans.Ended(
                                Work.MESSAGE,
                                "hello",
                                Optional.empty(),
                                Map.of(
                                        "supie.device",
                                        ConnectionRig.DEVICE.value(),
                                        "supie.session",
                                        rig.session.value(),
                                        "supie.waited_ms",
                                        0L,
                                        "supie.result",
                                        "handled"),
                                true)),
                spans());
    }

    @Test
    void nothingThatWasSaidIsInIt() {
        rig.say(SNIPPET);
        assertEquals(List.of("meeting"), spans().stream().map(KeptSpans.Ended::name).toList());
        assertFalse(spans().toString().contains("top secret"), spans()::toString);
    }

    @Test
    void aMessageThatIsOneTooManyEndsAtOnceAndBadly() {
        rig.core.beBusy();
        rig.say(SNIPPET);
        KeptSpans.Ended span = spans().getFirst();
        assertEquals("busy", span.notes().get("supie.result"));
        assertFalse(span.well());
    }

    @Test
    void signsOfLifeAndWhatGoesWithPacketsAreNotShown() {
        rig.say("{'type':'ping'}");
        rig.say("{'type':'listen','state':'start','mode':'auto'}");
        rig.badge.onBinary(new byte[] {1, 2, 3});
        assertEquals(List.of(), spans());
    }
}
