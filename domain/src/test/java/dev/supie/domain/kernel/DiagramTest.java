package dev.supie.domain.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.domain.connection.Connection;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.meeting.Drafting;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.peer.Envelope;
import dev.supie.domain.peer.Inbox;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

final class DiagramTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Meeting.class,
                Connection.class,
                Drafting.class,
                Enrolment.class,
                Envelope.class,
                Inbox.class
            })
    void theFigureAboveAMachineShowsExactlyItsStates(Class<?> machine) throws IOException {
        assertEquals(Diagram.statesOf(machine), Diagram.statesDrawnAbove(machine));
    }
}
