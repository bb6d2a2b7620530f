package dev.supie.domain.connection;

import static dev.supie.domain.connection.ConnectionExamples.START;
import static dev.supie.domain.connection.ConnectionExamples.given;
import static dev.supie.domain.connection.ConnectionExamples.millis;
import static dev.supie.domain.connection.ConnectionExamples.openedIn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/// MODE-1, MODE-2: all modes, all switches.
final class ModeSwitchTest {

    /// The mode in force, what is wanted, the mode after it, the meeting's work.
    @ParameterizedTest
    @CsvSource({
        "CHAT,    START, CHAT,    CHAT,    -",
        "CHAT,    START, MEETING, MEETING, start",
        "CHAT,    START, WORKING, WORKING, -",
        "CHAT,    START, CODING,  CODING,  -",
        "CHAT,    END,   CHAT,    CHAT,    -",
        "CHAT,    END,   MEETING, CHAT,    -",
        "CHAT,    END,   WORKING, CHAT,    -",
        "CHAT,    END,   CODING,  CHAT,    -",
        "MEETING, START, CHAT,    CHAT,    finalize",
        "MEETING, START, MEETING, MEETING, -",
        "MEETING, START, WORKING, WORKING, finalize",
        "MEETING, START, CODING,  CODING,  finalize",
        "MEETING, END,   CHAT,    MEETING, -",
        "MEETING, END,   MEETING, CHAT,    finalize",
        "MEETING, END,   WORKING, MEETING, -",
        "MEETING, END,   CODING,  MEETING, -",
        "WORKING, START, CHAT,    CHAT,    -",
        "WORKING, START, MEETING, MEETING, start",
        "WORKING, START, WORKING, WORKING, -",
        "WORKING, START, CODING,  CODING,  -",
        "WORKING, END,   CHAT,    WORKING, -",
        "WORKING, END,   MEETING, WORKING, -",
        "WORKING, END,   WORKING, CHAT,    -",
        "WORKING, END,   CODING,  WORKING, -",
        "CODING,  START, CHAT,    CHAT,    -",
        "CODING,  START, MEETING, MEETING, start",
        "CODING,  START, WORKING, WORKING, -",
        "CODING,  START, CODING,  CODING,  -",
        "CODING,  END,   CHAT,    CODING,  -",
        "CODING,  END,   MEETING, CODING,  -",
        "CODING,  END,   WORKING, CODING,  -",
        "CODING,  END,   CODING,  CHAT,    -"
    })
    void aSwitchDoesAllOrNothing(
            Mode before, ModeAction action, Mode wanted, Mode after, String meetingWork) {
        var then =
                given(openedIn(before))
                        .when(new ConnectionCommand.SwitchMode(action, wanted))
                        .at(START);

        List<ConnectionEffect> expected = new ArrayList<>();
        if (meetingWork.equals("start")) {
            expected.add(new ConnectionEffect.StartMeeting());
        }
        if (meetingWork.equals("finalize")) {
            expected.add(new ConnectionEffect.FinalizeMeeting());
        }
        if (after == Mode.CODING && before != Mode.CODING) {
            expected.add(new ConnectionEffect.ForgetBuild());
        }
        expected.add(new ConnectionEffect.AnswerMode(action, wanted, before == after));
        if (before == Mode.CODING && after != Mode.CODING) {
            expected.add(new ConnectionEffect.EndBuild());
        }
        if (after == Mode.WORKING && before != Mode.WORKING) {
            expected.add(new ConnectionEffect.AskToListen());
            expected.add(new ConnectionEffect.ShowTasks());
        }
        assertEquals(expected, then.effects());
        assertEquals(openedIn(after), then.state());
    }

    @Test
    void aSwitchIsAMessageLikeAnyOtherToTheIdleClock() {
        Connection.Open open =
                (Connection.Open)
                        given(openedIn(Mode.CHAT))
                                .when(ConnectionExamples.start(Mode.CHAT))
                                .at(millis(5_000))
                                .state();

        assertEquals(millis(5_000), open.clock().voiceAt());
    }
}
