package dev.supie.application.meeting;

import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.runtime.Workers;
import dev.supie.domain.meeting.MeetingCommand;
import dev.supie.domain.meeting.MeetingEffect;
import dev.supie.domain.meeting.MeetingId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Has drafts written by a summarizer, in the background. Every request is answered on a worker's
/// thread: that it has begun, and then exactly one draft or failure. One that has waited for too
/// long only fails.
record DraftDesk(
        MeetingStore store,
        DraftWriter writer,
        Workers workers,
        Workers quoting,
        InstantSource time) {

    /// False if too much is waiting already; then there will be no answer.
    boolean write(
            MeetingId meeting,
            MeetingEffect.RequestDraft request,
            Consumer<MeetingCommand> answer) {
        Instant latest = time.instant().plus(request.turnWithin());
        // A fallback behind a model that hangs would be none, so it has workers of its own.
        Workers those =
                switch (request.author()) {
                    case CONFIGURED -> workers;
                    case FALLBACK -> quoting;
                };
        return those.offer(
                () -> {
                    if (time.instant().isBefore(latest)) {
                        answer.accept(new MeetingCommand.DraftBegun(request.ticket()));
                        answer.accept(written(meeting, request));
                    } else {
                        // Nobody waits for it any more; whoever does is waiting behind it.
                        answer.accept(
                                new MeetingCommand.DraftFailed(
                                        request.ticket(), "too much was waiting"));
                    }
                });
    }

    private MeetingCommand written(MeetingId meeting, MeetingEffect.RequestDraft request) {
        return writer.written(
                meeting, request, window -> store.segments(meeting, window.first(), window.last()));
    }
}
