package dev.supie.application.simulation;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.BadgeRequest.WithOthers;
import dev.supie.application.connection.port.Attending;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.meeting.JoinCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// What the wearers of badges tell each other: the codes of their meetings, good or not any more.
final class Invitations {

    /// Somebody has to begin.
    static final String HOST = "b1";

    private final double shareOdds;

    /// By badge, the code it was told last.
    private final Map<String, JoinCode> codes = new TreeMap<>();

    private int joined;

    /// @param shareOdds of a badge that begins a meeting, that it invites others or joins them
    Invitations(double shareOdds) {
        this.shareOdds = shareOdds;
    }

    /// A badge was told where it is.
    void heard(String device, Attending attending) {
        attending.code().ifPresent(code -> codes.put(device, code));
        if (attending.role() == Attending.Role.GUEST) {
            joined++;
        }
    }

    /// A code was good for nothing: people ask each other again.
    void refused(ErrorCode code) {
        if (code == ErrorCode.NOT_FOUND) {
            codes.clear();
        }
    }

    /// How often a badge came into the meeting of another one.
    int joined() {
        return joined;
    }

    /// How a badge begins to meet; empty if its wearer rather waits to be invited.
    Optional<BadgeRequest> start(String device, RandomGenerator random) {
        boolean waits = codes.isEmpty() && !device.equals(HOST) && random.nextDouble() < shareOdds;
        return waits
                ? Optional.empty()
                : Optional.of(
                        new BadgeRequest.SwitchMode(
                                ModeAction.START, Mode.MEETING, company(device, random), Rid.NONE));
    }

    private WithOthers company(String device, RandomGenerator random) {
        if (random.nextDouble() >= shareOdds) {
            return WithOthers.NOTHING;
        }
        List<JoinCode> others = new ArrayList<>();
        codes.forEach(
                (badge, code) -> {
                    if (!badge.equals(device)) {
                        others.add(code);
                    }
                });
        return others.isEmpty() || random.nextInt(6) == 0
                ? new WithOthers.Invite()
                : new WithOthers.JoinByCode(others.get(random.nextInt(others.size())));
    }

    /// How a badge asks for the code of the meeting it is in; which as a guest it is not told.
    BadgeRequest invite() {
        return new BadgeRequest.SwitchMode(
                ModeAction.START, Mode.MEETING, new WithOthers.Invite(), Rid.NONE);
    }

    /// How a badge goes that does not mean to end the meeting for others.
    BadgeRequest leave() {
        return new BadgeRequest.SwitchMode(
                ModeAction.END, Mode.MEETING, new WithOthers.Leave(), Rid.NONE);
    }
}
