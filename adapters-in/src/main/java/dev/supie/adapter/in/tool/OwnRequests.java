package dev.supie.adapter.in.tool;

import dev.supie.adapter.in.form.TaskForms;
import dev.supie.adapter.in.form.TextForm;
import dev.supie.domain.archive.SearchTerms;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.peer.RequestRules;
import dev.supie.domain.task.FieldChange;
import dev.supie.domain.task.Owner;
import dev.supie.domain.task.Priority;
import dev.supie.domain.tool.OwnRequest;
import dev.supie.domain.tool.OwnTool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the arguments of each tool ask for.
final class OwnRequests {

    /// UTF-16 units of words to look for.
    private static final int WORDS_MAX = 200;

    private static final int MEETINGS_USUAL = 5;

    private static final TextForm<OwnRequest.Which> WHICH =
            new TextForm<>("open, done or all", OwnRequests::which);
    private static final TextForm<String> WORDS = text(WORDS_MAX);
    private static final TextForm<String> OWNER = text(Owner.ALIAS_LENGTH_MAX);
    private static final TextForm<SearchTerms> TERMS =
            new TextForm<>(
                    "1.." + SearchTerms.TERMS_MAX + " words, " + WORDS_MAX + " characters in all",
                    OwnRequests::terms);
    private static final TextForm<MeetingId> MEETING =
            new TextForm<>("an id of find_meetings", OwnRequests::meeting);
    private static final TextForm<String> MESSAGE = text(RequestRules.TEXT_LENGTH_MAX);

    private OwnRequests() {}

    /// Empty only if something is missing or wrong, which the reader knows.
    static Optional<OwnRequest> read(OwnTool tool, ArgumentReader from) {
        return switch (tool) {
            case LIST_TASKS -> Optional.of(listTasks(from));
            case CLAIM_TASK -> from.required("id", TaskForms.ID).map(OwnRequest.ClaimTask::new);
            case COMPLETE_TASK ->
                    from.required("id", TaskForms.ID).map(OwnRequest.CompleteTask::new);
            case ADD_TASK -> Optional.of(addTask(from));
            case FIND_MEETINGS -> Optional.of(findMeetings(from));
            case READ_MINUTES ->
                    Optional.of(
                            from.optional("meeting", MEETING)
                                    .<OwnRequest>map(OwnRequest.ReadMinutes::new)
                                    .orElseGet(OwnRequest.ReadLatestMinutes::new));
            case READ_TRANSCRIPT -> readTranscript(from);
            case SEND_MESSAGE -> sendMessage(from);
            case TELL_TIME -> Optional.of(new OwnRequest.TellTime());
        };
    }

    private static OwnRequest listTasks(ArgumentReader from) {
        return new OwnRequest.ListTasks(
                from.optional("status", WHICH).orElse(OwnRequest.Which.OPEN),
                from.optional("words", WORDS).orElse(""));
    }

    private static OwnRequest addTask(ArgumentReader from) {
        List<FieldChange> fields = new ArrayList<>();
        from.required("title", TaskForms.TITLE)
                .map(FieldChange.SetTitle::new)
                .ifPresent(fields::add);
        from.whole("priority", 0, Priority.LEVEL_MAX)
                .map(Priority::new)
                .map(FieldChange.SetPriority::new)
                .ifPresent(fields::add);
        from.optional("due", TaskForms.DUE).map(FieldChange.SetDue::new).ifPresent(fields::add);
        from.optional("notes", TaskForms.NOTES)
                .map(FieldChange.SetNotes::new)
                .ifPresent(fields::add);
        return new OwnRequest.AddTask(fields, from.optional("owner", OWNER).orElse(""));
    }

    private static OwnRequest findMeetings(ArgumentReader from) {
        int limit = from.whole("limit", 1, OwnRequest.MEETINGS_MAX).orElse(MEETINGS_USUAL);
        return from.optional("words", TERMS)
                .<OwnRequest>map(terms -> new OwnRequest.FindMeetings(terms, limit))
                .orElseGet(() -> new OwnRequest.LatestMeetings(limit));
    }

    private static Optional<OwnRequest> readTranscript(ArgumentReader from) {
        int first = from.whole("from", 1, Integer.MAX_VALUE).orElse(1);
        return from.required("meeting", MEETING)
                .map(meeting -> new OwnRequest.ReadTranscript(meeting, first));
    }

    private static Optional<OwnRequest> sendMessage(ArgumentReader from) {
        List<String> to = from.texts("to", OwnRequest.TARGETS_MAX);
        return from.required("text", MESSAGE).map(text -> new OwnRequest.SendMessage(to, text));
    }

    private static TextForm<String> text(int lengthMax) {
        return new TextForm<>(
                "string of 1.." + lengthMax + " characters",
                text ->
                        text.codePointCount(0, text.length()) <= lengthMax
                                ? Optional.of(text)
                                : Optional.empty());
    }

    /// MSG-6.
    private static Optional<OwnRequest.Which> which(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(OwnRequest.Which.values())
                .filter(which -> which.name().equals(word))
                .findFirst();
    }

    private static Optional<SearchTerms> terms(String text) {
        return SearchTerms.read(text) instanceof SearchTerms.Reading.Understood(SearchTerms terms)
                ? Optional.of(terms)
                : Optional.empty();
    }

    private static Optional<MeetingId> meeting(String text) {
        String id = text.strip();
        return MeetingId.isOne(id) ? Optional.of(new MeetingId(id)) : Optional.empty();
    }
}
