package dev.supie.adapter.in.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.adapter.in.badge.RecordingConnections.Event;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.BadgeRequest.Activity;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.connection.ClientFeatures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What becomes of what a badge sends in text, and of its end. In JSON `'` stands for `"`.
class BadgeConnectionTest {

    private static final String PONG = "{'type':'pong'}";

    private final ConnectionRig rig = ConnectionRig.opened(BinaryFraming.BARE);

    @Test
    void con1TheWelcomeIsSentAsSoonAsTheSocketIsOpen() {
        ConnectionRig closed = new ConnectionRig(BinaryFraming.BARE);
        closed.badge.onOpen(closed.socket);
        assertEquals(1, closed.socket.texts().size());
        assertEquals(
                List.of(
                        new Event.Admitted(closed.session, ConnectionRig.DEVICE),
                        new Event.Opened(closed.session, ConnectionRig.ADDRESS)),
                closed.core.past());
    }

    /// The peer was gone before the upgrade was done.
    @Test
    void con4ASocketThatDiesBeforeItOpensFreesItsPlace() {
        ConnectionRig closed = new ConnectionRig(BinaryFraming.BARE);
        closed.badge.onClosed(ConnectionRig.DROPPED);
        assertEquals(
                List.of(
                        new Event.Admitted(closed.session, ConnectionRig.DEVICE),
                        new Event.Ended(closed.session)),
                closed.core.past());
        assertEquals(0, closed.core.count());
        assertEquals(0, closed.links.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':'ping'}", "{'type':'keepalive'}"})
    void msg8APingIsAnsweredAtOnceAndCountsAsAMessage(String ping) {
        rig.say(ping);
        assertEquals(List.of(PONG), rig.said());
        assertEquals(List.of(new Activity(Activity.Kind.MESSAGE)), rig.asked());
    }

    @Test
    void msg8APingIsAnsweredEvenIfTheCoreIsBusy() {
        rig.core.beBusy();
        rig.say("{'type':'ping','rid':'p7'}");
        assertEquals(List.of("{'type':'pong','rid':'p7'}"), rig.said());
    }

    @Test
    void msg9RequestsReachTheCoreInTheirOrder() {
        List<BadgeRequest> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rig.say("{'type':'meeting','phase':'finalize','rid':'r" + i + "'}");
            requests.add(new BadgeRequest.FinalizeMeeting(new Rid("r" + i)));
        }
        assertEquals(requests, rig.asked());
    }

    @Test
    void con2AHelloIsHandedOnEachTime() {
        rig.say("{'type':'hello','features':{'mcp':true},'rid':'h1'}");
        rig.say("{'type':'hello'}");
        assertEquals(
                List.of(
                        new BadgeRequest.Hello(new ClientFeatures(true, false), new Rid("h1")),
                        new BadgeRequest.Hello(ClientFeatures.NONE, Rid.NONE)),
                rig.asked());
        assertEquals(2, rig.said().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'hello','rid':'r'}|{'type':'error','code':'BUSY',",
                "{'type':'mode','state':'start','mode':'chat','rid':'r'}"
                        + "|{'type':'mode','status':'error','code':'BUSY',",
                "{'type':'meeting','phase':'finalize','rid':'r'}"
                        + "|{'type':'meeting','status':'error','code':'BUSY',",
                "{'type':'meeting','phase':'snippet','items':[{'tag':'a','text':'b'}],'rid':'r'}"
                        + "|{'type':'meeting','status':'error','code':'BUSY',",
            })
    void msg4BusyIsSaidInTheFormOfTheFeature(String request, String beginning) {
        rig.core.beBusy();
        rig.say(request);
        String answer = rig.said().getFirst();
        assertTrue(answer.startsWith(beginning), answer);
        assertTrue(answer.endsWith(",'rid':'r'}"), answer);
    }

    @Test
    void aSessionThatHasEndedIsNotAnswered() {
        rig.core.closed(rig.session);
        rig.core.past();
        rig.say("{'type':'meeting','phase':'finalize'}");
        assertEquals(List.of(), rig.said());
        assertEquals(List.of(), rig.asked());
        assertEquals(List.of(), rig.socket.controls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'goodbye','session_id':''}",
                "{'type':'iot','states':[]}",
                "{'type':'mcp','payload':{}}",
            })
    void t39WhatHasNoUseIsASignOfLifeAndNotAnswered(String text) {
        rig.say(text);
        assertEquals(List.of(), rig.said());
        assertEquals(List.of(new Activity(Activity.Kind.MESSAGE)), rig.asked());
    }

    @Test
    void t35BadInputIsAnsweredAndTheNextMessageIsHeard() {
        for (String bad : List.of("", "{", "[]", "{'type':'nope'}", "{'type':'mode'}")) {
            rig.say(bad);
        }
        List<String> answers = rig.said();
        assertEquals(5, answers.size());
        assertTrue(answers.stream().allMatch(answer -> answer.contains("'code':'")), "" + answers);
        rig.say("{'type':'ping'}");
        assertEquals(List.of(PONG), rig.said());
        assertEquals(List.of(), rig.socket.controls());
    }

    @Test
    void signsOfLifeAreToldOnceASecondAndKind() {
        for (int i = 0; i < 50; i++) {
            rig.badge.onFrame();
            rig.badge.onBinary(new byte[3]);
            rig.say("{'type':'goodbye'}");
        }
        List<BadgeRequest> once =
                List.of(
                        new Activity(Activity.Kind.CONTROL),
                        new Activity(Activity.Kind.AUDIO),
                        new Activity(Activity.Kind.MESSAGE));
        assertEquals(once, rig.asked());
        rig.time.advance(SignsOfLife.SPACING.minusNanos(1));
        rig.badge.onFrame();
        assertEquals(List.of(), rig.asked());
        rig.time.advance(Duration.ofNanos(1));
        rig.badge.onFrame();
        rig.badge.onBinary(new byte[3]);
        rig.say("{'type':'goodbye'}");
        assertEquals(once, rig.asked());
    }

    @Test
    void signsOfLifeGoOnWhenTheClockIsSetBack() {
        rig.badge.onFrame();
        rig.time.advance(Duration.ofHours(-1));
        rig.badge.onFrame();
        assertEquals(2, rig.asked().size());
    }

    @Test
    void con4TheEndIsToldOnceAndNothingIsLeft() {
        rig.badge.onClosed(ConnectionRig.DROPPED);
        assertEquals(List.of(new Event.Ended(rig.session)), rig.core.past());
        assertEquals(0, rig.core.count());
        assertEquals(0, rig.links.size());
    }
}
