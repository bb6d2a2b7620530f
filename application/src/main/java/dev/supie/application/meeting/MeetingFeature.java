package dev.supie.application.meeting;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.meeting.port.Colleagues;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.runtime.Alarms;
import dev.supie.application.runtime.Workers;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Puts the meeting feature together.
public final class MeetingFeature {

    /// Pieces quoted at a time by the fallback: it only computes, for a few milliseconds each.
    private static final int QUOTING_MAX = 2;

    private MeetingFeature() {}

    /// What the feature needs from outside.
    ///
    /// @param configured asked first; may be the same as the fallback
    /// @param fallback needs no network and answers within a moment
    /// @param workers bound for pieces of summarising (`meeting.workers`)
    /// @param background runs short work that must not run on the caller's thread
    /// @param settings asked anew for every decision (CFG-3)
    /// @param targetLanguage of minutes; empty for the meeting's own (MTG-11)
    /// @param sharing what meetings of several badges need
    public record Ports(
            MeetingStore store,
            BadgeLink link,
            Summarizer configured,
            Summarizer fallback,
            Workers workers,
            Executor background,
            Alarms alarms,
            InstantSource time,
            Supplier<MeetingId> freshIds,
            Supplier<MeetingSettings> settings,
            Optional<Language> targetLanguage,
            Sharing sharing) {}

    /// What meetings of several badges need from outside.
    ///
    /// @param freshCodes each drawn evenly from all there are, and not to be guessed
    /// @param showing who is shown meetings of others, asked anew for everything that is (CFG-3)
    public record Sharing(
            Supplier<JoinCode> freshCodes, Colleagues colleagues, Supplier<Showing> showing) {

        /// Where nobody is shown anything.
        public Sharing(Supplier<JoinCode> freshCodes, Colleagues colleagues) {
            this(freshCodes, colleagues, () -> Showing.NONE);
        }
    }

    public static Meetings create(Ports ports, FinalizingWatch watch) {
        Colleagues colleagues = ports.sharing().colleagues();
        MeetingDesk desk = new MeetingDesk(ports.store(), ports.settings());
        DraftDesk drafts =
                new DraftDesk(
                        ports.store(),
                        new DraftWriter(
                                new NamedSpeakers(ports.configured(), colleagues),
                                new NamedSpeakers(ports.fallback(), colleagues),
                                ports.targetLanguage()),
                        ports.workers(),
                        new Workers(ports.background(), QUOTING_MAX),
                        ports.time());
        MeetingClockwork clockwork =
                new MeetingClockwork(ports.alarms(), ports.time(), ports.background());
        Presence presence = new Presence();
        MeetingEffects effects =
                new MeetingEffects(
                        ports.link(),
                        drafts,
                        watch,
                        presence,
                        new Audience(colleagues),
                        new LiveShow(ports.link(), presence, ports.sharing().showing()));
        Entrances.Admittance admittance =
                new Entrances.Admittance(
                        new JoinCodes(ports.sharing().freshCodes()),
                        new JoinAttempts(ports.time()),
                        colleagues);
        return new MeetingService(desk, effects, clockwork, admittance, ports.freshIds());
    }
}
