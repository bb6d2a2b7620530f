package dev.supie.domain.meeting;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is in a meeting: the badge that started it, and those that have joined it.
///
/// @param owner whether the badge that started it is there
/// @param guests in the order in which they came first; at most [MeetingSettings#membersMax], the
///   owner included, whether or not they are still there
/// @param invitation with which others join; none if nobody has asked for one, or it is too late
public record Company(Attachment owner, List<Guest> guests, Invitation invitation) {

    public Company {
        guests = List.copyOf(guests);
    }

    /// Of a badge alone.
    public static Company of(Attachment owner) {
        return new Company(owner, List.of(), new Invitation.None());
    }

    Company with(Attachment nextOwner) {
        return new Company(nextOwner, guests, invitation);
    }

    /// The guest in its new form, or one more.
    Company with(Guest next) {
        List<Guest> all = new ArrayList<>(guests);
        int place = guests.stream().map(Guest::device).toList().indexOf(next.device());
        if (place < 0) {
            all.add(next);
        } else {
            all.set(place, next);
        }
        return new Company(owner, all, invitation);
    }

    Company with(JoinCode fresh) {
        return new Company(owner, guests, new Invitation.ByCode(fresh));
    }

    /// Nobody joins any more.
    Company closed() {
        return new Company(owner, guests, new Invitation.None());
    }

    public Optional<JoinCode> code() {
        return invitation.asCode();
    }

    /// Whether other badges have ever joined.
    public boolean isShared() {
        return !guests.isEmpty();
    }

    public Optional<Guest> guest(DeviceId device) {
        return guests.stream().filter(guest -> guest.device().equals(device)).findFirst();
    }

    /// Whether somebody takes part through this connection.
    public boolean isBy(SessionId session) {
        return owner.isBy(session) || guestBy(session).isPresent();
    }

    /// The guest that takes part through this connection.
    Optional<Guest> guestBy(SessionId session) {
        return guests.stream().filter(guest -> guest.attachment().isBy(session)).findFirst();
    }

    boolean isAttended() {
        return attachments().anyMatch(Attachment.Attached.class::isInstance);
    }

    boolean isAttendedByGuests() {
        return guests.stream().anyMatch(guest -> guest.attachment() instanceof Attachment.Attached);
    }

    /// Since when nobody takes part; empty if somebody does.
    Optional<Instant> absentSince() {
        return isAttended()
                ? Optional.empty()
                : attachments()
                        .flatMap(each -> each.absentSince().stream())
                        .max(Instant::compareTo);
    }

    /// After the end of a connection of whichever badge.
    Company without(SessionId session, Instant now) {
        return attachments().noneMatch(each -> each.isReachedBy(session))
                ? this
                : new Company(
                        owner.without(session, now),
                        guests.stream()
                                .map(guest -> guest.with(guest.attachment().without(session, now)))
                                .toList(),
                        invitation);
    }

    private Stream<Attachment> attachments() {
        return Stream.concat(Stream.of(owner), guests.stream().map(Guest::attachment));
    }
}
