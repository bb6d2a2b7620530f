package dev.supie.application.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Attachment;
import dev.supie.domain.meeting.Company;
import dev.supie.domain.meeting.Guest;
import dev.supie.domain.meeting.Joined.Standing;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.MeetingCommand;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How badges come back into a meeting that had to be read from the store anew, although they were
/// never gone: whoever took part goes on, unless the store knows that it has left.
record Returning(Presence presence) {

    /// @param stored the meeting, without anybody there
    /// @param before who was there when memory and store last agreed
    List<MeetingCommand> to(Meeting stored, Company before) {
        Stream<MeetingCommand> owner = owner(stored, before).stream();
        Stream<MeetingCommand> guests =
                stored.company().guests().stream()
                        .flatMap(guest -> guest(stored, guest, before).stream());
        return Stream.concat(owner, guests).toList();
    }

    private Optional<MeetingCommand> owner(Meeting stored, Company before) {
        return there(stored.origin().device(), before.owner())
                .filter(_ -> before.owner() instanceof Attachment.Attached)
                .map(
                        session ->
                                stored instanceof Meeting.Recording
                                        ? new MeetingCommand.Resume(session)
                                        : new MeetingCommand.BadgeReturned(session));
    }

    private Optional<MeetingCommand> guest(Meeting stored, Guest guest, Company before) {
        Optional<Attachment> known = before.guest(guest.device()).map(Guest::attachment);
        boolean goesOn =
                stored instanceof Meeting.Recording
                        && guest.is(Standing.MEMBER)
                        && known.filter(Attachment.Attached.class::isInstance).isPresent();
        return known.flatMap(attachment -> there(guest.device(), attachment))
                .map(
                        session ->
                                goesOn
                                        ? new MeetingCommand.Join(
                                                guest.device(), session, Optional.empty())
                                        : new MeetingCommand.BadgeReturned(
                                                Optional.of(guest.device()), session));
    }

    private Optional<SessionId> there(DeviceId device, Attachment attachment) {
        return attachment.reach().filter(session -> presence.isThere(device, session));
    }
}
