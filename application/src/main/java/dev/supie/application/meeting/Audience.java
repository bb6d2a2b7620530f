package dev.supie.application.meeting;

import dev.supie.application.connection.port.Attending;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.meeting.port.Colleagues;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Attachment;
import dev.supie.domain.meeting.Guest;
import dev.supie.domain.meeting.Joined.Standing;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.meeting.Snippet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// To whom the news of a meeting go, and by which names people know each other there.
///
/// What went to a connection that has been taken over would count as delivered, and the newer one
/// would never get it; so only those count that are their badge's connection (DUP-1, MTG-9).
record Audience(Colleagues colleagues) {

    /// The connections of everybody who takes part, the badge that started the meeting first.
    Stream<SessionId> present(Meeting meeting, Presence presence) {
        return Stream.concat(
                present(meeting.origin().device(), meeting.attachment(), presence).stream(),
                meeting.company().guests().stream()
                        .flatMap(
                                guest ->
                                        present(guest.device(), guest.attachment(), presence)
                                                .stream()));
    }

    private static Optional<SessionId> present(
            DeviceId device, Attachment attachment, Presence presence) {
        return attachment instanceof Attachment.Attached
                ? reached(device, attachment, presence)
                : Optional.empty();
    }

    /// Where the minutes reach a badge, whether or not it still takes part.
    ///
    /// @param guest which one; empty for the badge that started the meeting
    Optional<SessionId> reached(Meeting meeting, Optional<DeviceId> guest, Presence presence) {
        return guest.map(
                        device ->
                                meeting.company()
                                        .guest(device)
                                        .flatMap(
                                                known ->
                                                        reached(
                                                                device,
                                                                known.attachment(),
                                                                presence)))
                .orElseGet(
                        () -> reached(meeting.origin().device(), meeting.attachment(), presence));
    }

    private static Optional<SessionId> reached(
            DeviceId device, Attachment attachment, Presence presence) {
        return attachment.reach().filter(session -> presence.isThere(device, session));
    }

    BadgeMessage companyOf(Meeting meeting, Presence presence) {
        List<BadgeMessage.Member> members = new ArrayList<>();
        DeviceId owner = meeting.origin().device();
        members.add(member(owner, Attending.Role.OWNER, meeting.attachment(), presence));
        for (Guest guest : meeting.company().guests()) {
            Attending.Role role =
                    guest.is(Standing.LEFT) ? Attending.Role.LEFT : Attending.Role.GUEST;
            members.add(member(guest.device(), role, guest.attachment(), presence));
        }
        return new BadgeMessage.CompanyPush(meeting.origin().id(), members);
    }

    private BadgeMessage.Member member(
            DeviceId device, Attending.Role role, Attachment attachment, Presence presence) {
        boolean here = present(device, attachment, presence).isPresent();
        return new BadgeMessage.Member(device, colleagues.nameOf(device.value()), role, here);
    }

    Stream<BadgeMessage> captions(MeetingId meeting, SessionId to, List<Snippet> said) {
        return said.stream()
                .map(
                        snippet ->
                                new BadgeMessage.Caption(
                                        to,
                                        meeting,
                                        snippet,
                                        colleagues.nameOf(snippet.speaker())));
    }

    /// Of those who speak in these segments; none in the meeting of a badge alone, which shows ids.
    Map<String, String> names(Meeting meeting, List<Segment> segments) {
        Map<String, String> names = new HashMap<>();
        if (meeting.company().isShared()) {
            segments.stream()
                    .map(Segment::speaker)
                    .distinct()
                    .forEach(
                            speaker ->
                                    colleagues
                                            .nameOf(speaker)
                                            .ifPresent(name -> names.put(speaker, name)));
        }
        return names;
    }
}
