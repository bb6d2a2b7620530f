package dev.supie.bootstrap.config;

import dev.supie.domain.kernel.DeviceId;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How meetings run and are summarised (MTG-3 to MTG-11).
///
/// `workers` bounds background work of all meetings together; `termMap` is scope, then heard text,
/// then what it should read; `targetLanguage` is empty if a summary follows its meeting;
/// `retention` is how many meetings the archive keeps; `answered` is whether what is said in a
/// meeting is answered besides, which is not `meeting.disable_chat_on_snippet`.
public record MeetingConfig(
        Duration transcriptPushInterval,
        Duration checkpointInterval,
        Duration minimumDuration,
        Duration resumeWindow,
        int workers,
        Map<String, Map<String, String>> termMap,
        Optional<String> industry,
        Prompts prompts,
        Optional<String> targetLanguage,
        int apiRequestsPerSecond,
        int retention,
        boolean answered,
        Joining joining,
        Showing showing,
        SummaryLimits summary) {

    /// Who comes to meetings that another badge has started.
    ///
    /// @param membersMax badges in one meeting, the one that started it included
    /// @param allowed badges that may come to every meeting without a code
    /// @param group whether badges of one group may come to each other's meetings without a code
    public record Joining(int membersMax, List<DeviceId> allowed, boolean group) {

        public Joining {
            allowed = List.copyOf(allowed);
        }
    }

    /// Who is shown meetings without taking part (MTG-10).
    ///
    /// @param enabled nobody if not, whatever else is said
    /// @param allowed of [To#SESSION]
    /// @param includesOrigin whether the badge that started a meeting is shown it as well
    public record Showing(boolean enabled, To to, List<DeviceId> allowed, boolean includesOrigin) {

        /// `meeting.broadcast.mode`.
        public enum To {
            OFF,
            GROUP,
            SESSION
        }

        public Showing {
            allowed = List.copyOf(allowed);
        }
    }

    /// What a language model is told besides, together with the industry (MTG-11).
    ///
    /// @param folder with templates of one's own
    public record Prompts(Optional<String> scenario, Optional<Path> folder) {}

    /// What one call of a language model may cost (MTG-5, MTG-8).
    public record SummaryLimits(
            int tokensMax, int checkpointTokensMax, int transcriptCharactersMax) {}

    public MeetingConfig {
        termMap = unchangeable(termMap);
    }

    /// A deep copy that keeps the order of the file, for those who look at it.
    static Map<String, Map<String, String>> unchangeable(Map<String, Map<String, String>> terms) {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        terms.forEach(
                (scope, inScope) ->
                        copy.put(scope, Collections.unmodifiableMap(new LinkedHashMap<>(inScope))));
        return Collections.unmodifiableMap(copy);
    }
}
