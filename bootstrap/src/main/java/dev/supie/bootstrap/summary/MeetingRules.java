package dev.supie.bootstrap.summary;

import dev.supie.bootstrap.config.MeetingConfig;
import dev.supie.domain.meeting.Broadcast;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.TermMap;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The rules of meetings, from their configuration.
public final class MeetingRules {

    private MeetingRules() {}

    /// @param draftTimeLimit see [SummarizerWiring#timeLimit]
    public static MeetingSettings of(MeetingConfig meeting, Duration draftTimeLimit) {
        return new MeetingSettings(
                meeting.transcriptPushInterval(),
                meeting.checkpointInterval(),
                meeting.minimumDuration(),
                meeting.resumeWindow(),
                meeting.summary().transcriptCharactersMax(),
                meeting.summary().checkpointTokensMax(),
                meeting.summary().tokensMax(),
                draftTimeLimit,
                new TermMap(meeting.termMap(), meeting.industry().orElse("")),
                meeting.joining().membersMax());
    }

    /// Who is shown meetings of others (MTG-10).
    public static Broadcast broadcast(MeetingConfig.Showing showing) {
        Broadcast.Circle circle =
                switch (showing.to()) {
                    case OFF -> new Broadcast.Circle.Nobody();
                    case GROUP -> new Broadcast.Circle.Group();
                    case SESSION -> new Broadcast.Circle.Listed(Set.copyOf(showing.allowed()));
                };
        return showing.enabled() ? new Broadcast(circle, showing.includesOrigin()) : Broadcast.NONE;
    }

    /// Of minutes; empty for the meeting's own (MTG-11).
    public static Optional<Language> targetLanguage(MeetingConfig meeting) {
        return meeting.targetLanguage()
                .map(code -> Language.valueOf(code.toUpperCase(Locale.ROOT)));
    }
}
