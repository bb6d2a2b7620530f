package dev.supie.bootstrap.config;

import static dev.supie.bootstrap.config.Numbers.Outside.CLAMPED;
import static dev.supie.bootstrap.config.Numbers.Outside.REFUSED;

import dev.supie.adapter.out.llm.MeetingTemplates;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Transcript;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The keys under `meeting`.
final class MeetingSettings {

    private static final int WORKERS_MAX = 1024;

    static final Setting<Duration> TRANSCRIPT_PUSH_INTERVAL =
            new Setting<>(
                    "meeting.transcript_push_interval_ms",
                    Numbers.millis(3000, 15_000, CLAMPED),
                    Duration.ofSeconds(5));
    static final Setting<Duration> CHECKPOINT_INTERVAL =
            new Setting<>(
                    "meeting.checkpoint_interval_min",
                    Numbers.minutes(1, 1440, REFUSED),
                    Duration.ofMinutes(10));
    static final Setting<Duration> MINIMUM_DURATION =
            new Setting<>(
                    "meeting.min_duration_ms",
                    Numbers.millis(0, 3_600_000, REFUSED),
                    Duration.ofSeconds(5));
    static final Setting<Duration> RESUME_WINDOW =
            new Setting<>(
                    "meeting.resume_window_ms",
                    Numbers.millis(0, 86_400_000, REFUSED),
                    Duration.ofMinutes(30));

    static final Setting<Map<String, Map<String, String>>> TERM_MAP =
            new Setting<>("meeting.term_map", new TermMapKind(), Map.of());
    static final Setting<Optional<String>> INDUSTRY =
            Settings.optional(
                    "meeting.industry",
                    Texts.any("use " + Texts.oneOf(MeetingTemplates.INDUSTRIES))
                            .as(MeetingSettings::lower, w -> w));
    static final Setting<Optional<String>> SCENARIO =
            Settings.optional(
                    "meeting.scenario",
                    Texts.any("use " + Texts.oneOf(MeetingTemplates.SCENARIOS))
                            .as(MeetingSettings::lower, w -> w));
    static final Setting<Optional<Path>> PROMPTS =
            Settings.optional("meeting.prompts", new FolderKind());
    static final Setting<String> TARGET_LANGUAGE =
            new Setting<>("meeting.target_lang", Texts.choice(List.of("auto", "zh", "en")), "auto");
    static final Setting<Integer> API_RATE_LIMIT =
            new Setting<>("meeting.api_rate_limit", Numbers.integer(1, 1000, REFUSED), 10);
    static final Setting<Integer> RETENTION =
            new Setting<>("meeting.retention", Numbers.integer(1, 100_000, REFUSED), 100);
    static final Setting<Boolean> SILENT =
            new Setting<>("meeting.disable_chat_on_snippet", new FlagKind(), true);
    static final Setting<Integer> SUMMARY_TOKENS =
            new Setting<>("meeting.llm.max_tokens", Numbers.integer(256, 4000, CLAMPED), 800);
    static final Setting<Integer> CHECKPOINT_TOKENS =
            new Setting<>(
                    "meeting.llm.checkpoint_max_tokens", Numbers.integer(64, 4000, REFUSED), 400);
    static final Setting<Integer> TRANSCRIPT_CHARACTERS =
            new Setting<>(
                    "meeting.llm.summary_transcript_max_chars",
                    Numbers.integer(Transcript.SEGMENT_CHARS_MAX, 100_000, REFUSED),
                    4000);

    static final Setting<Integer> MEMBERS_MAX =
            new Setting<>("meeting.join.members_max", Numbers.integer(1, 50, REFUSED), 8);
    static final Setting<List<DeviceId>> JOINING_DEVICES =
            new Setting<>("meeting.join.allowed_devices", DeviceIdKind.LIST, List.of());
    static final Setting<Boolean> GROUP_JOINS =
            new Setting<>("meeting.join.group", new FlagKind(), true);

    static final Setting<Boolean> SHOWN =
            new Setting<>("meeting.broadcast.enabled", new FlagKind(), false);
    static final Setting<MeetingConfig.Showing.To> SHOWN_TO =
            new Setting<>(
                    "meeting.broadcast.mode",
                    Texts.choice(List.of("off", "group", "session"))
                            .as(
                                    word -> MeetingConfig.Showing.To.valueOf(upper(word)),
                                    to -> lower(to.name())),
                    MeetingConfig.Showing.To.OFF);
    static final Setting<List<DeviceId>> SHOWN_DEVICES =
            new Setting<>("meeting.broadcast.allowed_targets", DeviceIdKind.LIST, List.of());
    static final Setting<Boolean> SHOWN_TO_ORIGIN =
            new Setting<>("meeting.broadcast.include_origin", new FlagKind(), false);

    private MeetingSettings() {}

    /// The contract's default is four workers a processor.
    static Setting<Integer> workers(int processors) {
        return new Setting<>(
                "meeting.workers",
                Numbers.integer(1, WORKERS_MAX, REFUSED),
                Math.min(processors * 4, WORKERS_MAX));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
