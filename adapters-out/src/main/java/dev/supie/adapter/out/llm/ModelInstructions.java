package dev.supie.adapter.out.llm;

import dev.supie.application.meeting.port.DraftRequest;
import dev.supie.domain.meeting.DraftKind;
import dev.supie.domain.meeting.Language;
import dev.supie.domain.meeting.Notes;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What [HttpSummarizer] tells a model about its work, for those who look whether a model has told
/// it on. It has nothing of a meeting in it.
public final class ModelInstructions {

    private ModelInstructions() {}

    /// The instructions for every kind of draft, in every language.
    ///
    /// @param templates for the kind of meetings that are meant
    public static List<String> of(MeetingTemplates templates) {
        return Arrays.stream(Language.values())
                .flatMap(
                        language ->
                                Stream.of(DraftKind.values()).map(kind -> request(kind, language)))
                .map(request -> text(request, templates))
                .toList();
    }

    private static String text(DraftRequest request, MeetingTemplates templates) {
        return PromptText.instructions(request, "", "", templates.text(request.language()));
    }

    private static DraftRequest request(DraftKind kind, Language language) {
        return new DraftRequest(kind, Notes.EMPTY, List.of(), language.code(), 0, Duration.ZERO);
    }
}
