package dev.supie.application.connection;

import dev.supie.application.connection.port.ErrorCode;
import dev.supie.domain.task.Task;
import dev.supie.domain.task.voice.VoiceIntent;

import java.util.List;
import java.util.stream.Collectors;

/// What somebody is told whose spoken command cannot be carried out (WF-8, MSG-4): in few words,
/// because a badge's screen is small, and with what to say instead.
final class SpokenRefusals {

    /// More titles than that are not read in a hurry.
    private static final int TITLES_MAX = 3;

    static final Refusal UNREADABLE =
            new Refusal(ErrorCode.INTERNAL_ERROR, "the tasks cannot be read now: say it again");

    private SpokenRefusals() {}

    static Refusal unclear(VoiceIntent intent) {
        return new Refusal(
                ErrorCode.INVALID_REQUEST, "one task at a time: say which one to " + verb(intent));
    }

    static Refusal empty(VoiceIntent intent) {
        return new Refusal(ErrorCode.NOT_FOUND, "there is no open task to " + verb(intent));
    }

    static Refusal beyond(int number, int open) {
        return new Refusal(
                ErrorCode.NOT_FOUND, "there is no task " + number + ": " + open + " are open");
    }

    /// @param indexes of open tasks, from 0
    static Refusal several(List<Integer> indexes, List<Task> open) {
        String titles =
                indexes.stream()
                        .limit(TITLES_MAX)
                        .map(index -> (index + 1) + " " + open.get(index).title())
                        .collect(Collectors.joining("; "));
        int more = indexes.size() - TITLES_MAX;
        return new Refusal(
                ErrorCode.INVALID_REQUEST,
                "say the number: " + titles + (more > 0 ? " and " + more + " more" : ""));
    }

    private static String verb(VoiceIntent intent) {
        return switch (intent) {
            case ASSIGN -> "claim";
            case COMPLETE -> "complete";
            case REFRESH -> "show";
        };
    }
}
