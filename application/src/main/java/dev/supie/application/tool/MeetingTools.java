package dev.supie.application.tool;

import dev.supie.application.archive.MeetingSearch;
import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingHead.Phase;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;
import dev.supie.domain.task.TaskSettings;
import dev.supie.domain.tool.OwnRequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Meetings that were recorded, as far as the caller may see them.
final class MeetingTools {

    /// So many are looked at for the latest that has minutes.
    private static final int LOOKED_AT_MAX = 20;

    /// Paragraphs that are read at a time; about what fits into a result.
    static final int PARAGRAPHS = 40;

    private static final ToolResult UNKNOWN =
            ToolResult.error("there is no such meeting: ids come from find_meetings");

    /// The end of the year 9999, after which many databases give up.
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59Z");

    private final MeetingArchive archive;
    private final MeetingSearch search;
    private final Rights rights;
    private final Supplier<TaskSettings> team;

    MeetingTools(
            MeetingArchive archive,
            MeetingSearch search,
            Rights rights,
            Supplier<TaskSettings> team) {
        this.archive = archive;
        this.search = search;
        this.rights = rights;
        this.team = team;
    }

    ToolResult latest(Caller caller, int limit) {
        return list(recent(caller, limit));
    }

    private List<MeetingHead> recent(Caller caller, int limit) {
        return archive.recent(
                new ArchiveQuery(
                        limit, rights.meetingsOf(caller.device()), Instant.EPOCH, LAST_MOMENT));
    }

    /// Of what is found by all, those that the caller may see.
    ToolResult find(Caller caller, OwnRequest.FindMeetings asked) {
        return switch (search.search(asked.terms(), 0, MeetingSearch.LIMIT_MAX)) {
            case MeetingSearch.Result.Busy _ -> OwnToolbox.BUSY;
            case MeetingSearch.Result.Found found ->
                    list(
                            found.hits().stream()
                                    .map(MeetingSearch.Hit::head)
                                    .filter(head -> rights.allow(caller.device(), head))
                                    .limit(asked.limit())
                                    .toList());
        };
    }

    private ToolResult list(List<MeetingHead> heads) {
        if (heads.isEmpty()) {
            return ToolResult.of("no meetings");
        }
        MeetingWords words = words();
        ToolLines lines = new ToolLines();
        int shown = lines.addAll(heads.stream().map(words::line).toList());
        return shown == heads.size()
                ? lines.result()
                : lines.result(heads.size() - shown + " more: ask for fewer");
    }

    ToolResult minutes(Caller caller, MeetingId id) {
        return visible(caller, id).map(words()::minutes).orElse(UNKNOWN);
    }

    ToolResult latestMinutes(Caller caller) {
        return recent(caller, LOOKED_AT_MAX).stream()
                .filter(head -> head.phase() instanceof Phase.Finalized)
                .findFirst()
                .map(words()::minutes)
                .orElse(ToolResult.of("no meeting has minutes yet"));
    }

    ToolResult transcript(Caller caller, MeetingId id, long from) {
        Optional<MeetingHead> head = visible(caller, id);
        if (head.isEmpty()) {
            return UNKNOWN;
        }
        long total = head.get().segmentCount();
        List<Segment> page = archive.transcript(id, from - 1, PARAGRAPHS);
        if (page.isEmpty()) {
            return ToolResult.of("nothing there: the meeting has " + total + " paragraphs");
        }
        MeetingWords words = words();
        ToolLines lines = new ToolLines();
        int shown = lines.addAll(page.stream().map(words::spoken).toList());
        long next = page.get(shown - 1).number() + 1;
        return next > total
                ? lines.result()
                : lines.result("of " + total + " paragraphs; go on with from=" + next);
    }

    private Optional<MeetingHead> visible(Caller caller, MeetingId id) {
        return archive.find(id).filter(head -> rights.allow(caller.device(), head));
    }

    private MeetingWords words() {
        return new MeetingWords(team.get());
    }
}
