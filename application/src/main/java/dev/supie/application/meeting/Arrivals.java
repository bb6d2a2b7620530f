package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.Origin;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Badges that come and go: what waits for them, in their own meetings and in those of others, and
/// who learns that they are gone (MTG-9).
final class Arrivals {

    private final LiveMeetings live;
    private final MeetingDesk desk;
    private final MeetingShelf shelf;
    private final MeetingTurns turns;
    private final MeetingClockwork clockwork;
    private final Presence presence;

    Arrivals(
            LiveMeetings live,
            MeetingDesk desk,
            MeetingShelf shelf,
            MeetingTurns turns,
            MeetingClockwork clockwork,
            Presence presence) {
        this.live = live;
        this.desk = desk;
        this.shelf = shelf;
        this.turns = turns;
        this.clockwork = clockwork;
        this.presence = presence;
    }

    void returned(DeviceId device, SessionId session) {
        turns.insist(device, () -> deliverTo(device, session));
    }

    private void deliverTo(DeviceId device, SessionId session) {
        if (!presence.isThere(device, session)) {
            return;
        }
        MeetingCommand command = new MeetingCommand.BadgeReturned(session);
        live.of(device).forEach(meeting -> shelf.steps().step(meeting, command));
        Set<Origin> others = new LinkedHashSet<>();
        live.seats(device).forEach(seat -> others.add(seat.origin()));
        if (desk.hasSummaryFor(device)) {
            deliverStored(device, command);
            others.addAll(desk.awaited(device));
        }
        // The meetings of others have turns of their own, which must not be taken inside this one.
        others.forEach(origin -> deliverTo(device, session, origin));
    }

    private void deliverStored(DeviceId device, MeetingCommand command) {
        for (MeetingDesk.Restored waiting : desk.undelivered(device, clockwork.now())) {
            if (live.find(device, waiting.meeting().origin().id()).isEmpty()) {
                shelf.steps().step(shelf.adopt(waiting.meeting(), waiting.version()), command);
            }
        }
    }

    private void deliverTo(DeviceId guest, SessionId session, Origin origin) {
        MeetingCommand command = new MeetingCommand.BadgeReturned(Optional.of(guest), session);
        turns.later(
                origin.device(),
                () -> {
                    if (presence.isThere(guest, session)) {
                        shelf.find(origin.device(), origin.id())
                                .ifPresent(meeting -> shelf.steps().step(meeting, command));
                    }
                });
    }

    void left(DeviceId device, SessionId session) {
        presence.went(device, session);
        MeetingCommand detach = new MeetingCommand.Detach(session);
        turns.insist(
                device,
                () -> live.of(device).forEach(meeting -> shelf.steps().step(meeting, detach)));
        for (LiveMeetings.Seat seat : live.seats(device)) {
            Origin origin = seat.origin();
            turns.insist(
                    origin.device(),
                    () ->
                            live.find(origin.device(), origin.id())
                                    .ifPresent(meeting -> shelf.steps().step(meeting, detach)));
        }
    }
}
