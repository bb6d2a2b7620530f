package dev.supie.domain.meeting;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.Joined.Standing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who comes into a running meeting, goes, and comes back (MTG-9).
final class CompanyRules {

    private final MeetingSettings settings;

    CompanyRules(MeetingSettings settings) {
        this.settings = settings;
    }

    /// Joining again is harmless, and brings back who has left.
    Decision<Meeting, MeetingEffect, MeetingRejection> join(
            Meeting.Recording recording, MeetingCommand.Join join, Instant now) {
        Company company = recording.company();
        if (join.shown() instanceof Invitation.ByCode
                && !join.shown().equals(company.invitation())) {
            return Decision.reject(MeetingRejection.NOT_INVITED);
        }
        if (join.device().equals(recording.origin().device())) {
            return resumed(recording, join.session());
        }
        Optional<Guest> known = company.guest(join.device());
        if (known.isEmpty() && company.guests().size() + 1 >= settings.membersMax()) {
            return Decision.reject(MeetingRejection.FULL);
        }
        if (known.filter(guest -> guest.attachment().isBy(join.session())).isPresent()) {
            return Decision.accept(recording, List.of());
        }
        Joined joined = new Joined(join.device(), now, Standing.MEMBER);
        return changed(recording, new Guest(joined, new Attachment.Attached(join.session())));
    }

    private static Decision<Meeting, MeetingEffect, MeetingRejection> changed(
            Meeting.Recording recording, Guest guest) {
        return Decision.accept(
                recording.with(recording.company().with(guest)),
                List.of(
                        new MeetingEffect.StoreJoined(guest.joined()),
                        new MeetingEffect.ShowCompany()));
    }

    Decision<Meeting, MeetingEffect, MeetingRejection> rejoin(
            Meeting.Recording recording, MeetingCommand.Rejoin rejoin, Instant now) {
        Company company = recording.company();
        return company.guest(rejoin.guest())
                .filter(guest -> guest.mayResume(settings.resumeWindow(), now))
                .map(guest -> guest.with(new Attachment.Attached(rejoin.session())))
                .<Decision<Meeting, MeetingEffect, MeetingRejection>>map(
                        guest ->
                                Decision.accept(
                                        recording.with(company.with(guest)),
                                        List.of(new MeetingEffect.ShowCompany())))
                .orElseGet(() -> Decision.reject(MeetingRejection.NOT_INVITED));
    }

    Decision<Meeting, MeetingEffect, MeetingRejection> resumed(
            Meeting.Recording recording, SessionId session) {
        return Decision.accept(
                recording.with(new Attachment.Attached(session)),
                recording.company().isShared()
                        ? List.of(new MeetingEffect.ShowCompany())
                        : List.of());
    }

    /// A code that was given out once stays the same.
    Decision<Meeting, MeetingEffect, MeetingRejection> invite(
            Meeting.Recording recording, JoinCode fresh) {
        Company company = recording.company();
        return Decision.accept(
                company.code().isPresent() ? recording : recording.with(company.with(fresh)),
                List.of());
    }

    /// Empty if nobody would be left, so that the meeting ends.
    Optional<Decision<Meeting, MeetingEffect, MeetingRejection>> leave(
            Meeting.Recording recording, SessionId session, Instant now) {
        Company company = recording.company();
        Attachment apart = new Attachment.Apart(session, now);
        Optional<Guest> guest = company.guestBy(session);
        if (guest.isPresent()) {
            Guest gone = guest.get().with(apart).as(Standing.LEFT);
            return Optional.of(changed(recording, gone));
        }
        if (!company.owner().isBy(session)) {
            return Optional.of(Decision.reject(MeetingRejection.NOT_ATTACHED));
        }
        return company.isAttendedByGuests()
                ? Optional.of(
                        Decision.accept(
                                recording.with(apart), List.of(new MeetingEffect.ShowCompany())))
                : Optional.empty();
    }

    /// Like leaving; but the badge speaks through another connection than it did, or none.
    Decision<Meeting, MeetingEffect, MeetingRejection> givenUp(
            Meeting.Recording recording, DeviceId device, Instant now) {
        return recording
                .company()
                .guest(device)
                .filter(guest -> guest.is(Standing.MEMBER))
                .map(guest -> changed(recording, guest.as(Standing.LEFT).notThrough(now)))
                .orElseGet(() -> Decision.accept(recording, List.of()));
    }

    /// The badge that started the meeting says itself that it resumes; of a guest it is noted, so
    /// that it gets the minutes on this connection.
    Decision<Meeting, MeetingEffect, MeetingRejection> returned(
            Meeting.Recording recording,
            Optional<DeviceId> device,
            SessionId session,
            Instant now) {
        Company company = recording.company();
        Optional<Guest> guest =
                device.flatMap(company::guest)
                        .filter(known -> !known.attachment().isReachedBy(session));
        return Decision.accept(
                guest.map(known -> recording.with(company.with(known.seenOn(session, now))))
                        .orElse(recording),
                List.of());
    }

    Decision<Meeting, MeetingEffect, MeetingRejection> detach(
            Meeting.Recording recording, SessionId session, Instant now) {
        Company before = recording.company();
        Company after = before.without(session, now);
        if (after.equals(before)) {
            return Decision.accept(recording, List.of());
        }
        return Decision.accept(
                recording.with(after),
                before.isShared() && before.isBy(session)
                        ? List.of(new MeetingEffect.ShowCompany())
                        : List.of());
    }
}
