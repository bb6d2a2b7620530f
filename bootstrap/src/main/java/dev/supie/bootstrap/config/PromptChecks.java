package dev.supie.bootstrap.config;

import dev.supie.adapter.out.llm.MeetingTemplates;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The rules between the keys that say of which kind meetings are (MTG-11).
final class PromptChecks {

    private final Values values;

    PromptChecks(Values values) {
        this.values = values;
    }

    void run(MeetingConfig meeting) {
        Optional<Path> folder = meeting.prompts().folder();
        Optional<String> scenario = meeting.prompts().scenario();
        meeting.industry()
                .filter(name -> !meeting.termMap().containsKey("industry:" + name))
                .filter(name -> isUnknown(folder, "industry", name, MeetingTemplates.INDUSTRIES))
                .ifPresent(
                        name ->
                                values.refuse(
                                        MeetingSettings.INDUSTRY,
                                        "is not an industry Supie knows",
                                        fix("industry", name, MeetingTemplates.INDUSTRIES)
                                                + ", or add industry:"
                                                + name
                                                + " to meeting.term_map"));
        scenario.filter(name -> isUnknown(folder, "scenario", name, MeetingTemplates.SCENARIOS))
                .ifPresent(
                        name ->
                                values.refuse(
                                        MeetingSettings.SCENARIO,
                                        "is not a scenario Supie knows",
                                        fix("scenario", name, MeetingTemplates.SCENARIOS)));
        if (folder.isPresent() && scenario.isEmpty() && meeting.industry().isEmpty()) {
            values.warn(
                    MeetingSettings.PROMPTS,
                    "has no effect",
                    "set meeting.industry or meeting.scenario too");
        }
    }

    private static boolean isUnknown(
            Optional<Path> folder, String kind, String name, List<String> known) {
        return !known.contains(name)
                && folder.filter(own -> MeetingTemplates.has(own, kind, name)).isEmpty();
    }

    private static String fix(String kind, String name, List<String> known) {
        return "use %s, or put %s-%s.en.txt into the folder meeting.prompts"
                .formatted(Texts.oneOf(known), kind, name);
    }
}
