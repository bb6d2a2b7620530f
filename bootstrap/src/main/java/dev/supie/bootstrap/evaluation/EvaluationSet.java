package dev.supie.bootstrap.evaluation;

import dev.supie.domain.evaluation.ReferenceMeeting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The meetings of the evaluation. They were made up for this project; nobody in them exists.
final class EvaluationSet {

    /// The files, without their ending `.txt`; a jar cannot be asked what is in it.
    static final List<String> NAMES =
            List.of(
                    "zh-standup",
                    "zh-budget",
                    "zh-customer",
                    "zh-trap",
                    "zh-quarter",
                    "en-release",
                    "en-hiring",
                    "en-incident",
                    "en-trap",
                    "en-roadmap",
                    "mixed-badge",
                    "mixed-launch",
                    "mixed-trap",
                    "mixed-migration");

    private EvaluationSet() {}

    static List<ReferenceMeeting> meetings() {
        return NAMES.stream().map(EvaluationSet::meeting).toList();
    }

    private static ReferenceMeeting meeting(String name) {
        try (InputStream file =
                EvaluationSet.class.getResourceAsStream("meetings/" + name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("a broken jar: no " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return MeetingText.read(name, text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("a broken jar: " + name, e);
        }
    }
}
