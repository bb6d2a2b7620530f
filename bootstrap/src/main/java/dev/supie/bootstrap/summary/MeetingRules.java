package dev.supie.bootstrap.summary;

import dev.supie.bootstrap.config.MeetingConfig;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.meeting.TermMap;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

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

    /// Of minutes; empty for the meeting's own (MTG-11).
    public static Optional<Language> targetLanguage(MeetingConfig meeting) {
        return meeting.targetLanguage()
                .map(code -> Language.valueOf(code.toUpperCase(Locale.ROOT)));
    }
}
