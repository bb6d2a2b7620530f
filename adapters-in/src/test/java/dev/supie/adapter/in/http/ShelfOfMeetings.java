package dev.supie.adapter.in.http;

import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An archive in memory that can be told to fail.
final class ShelfOfMeetings implements MeetingArchive {

    private final List<MeetingHead> heads = new ArrayList<>();
    private final Map<MeetingId, List<Segment>> transcripts = new HashMap<>();
    private Optional<RuntimeException> failure = Optional.empty();

    void put(MeetingHead head, List<Segment> transcript) {
        heads.add(head);
        transcripts.put(head.id(), List.copyOf(transcript));
    }

    void failWith(RuntimeException failure) {
        this.failure = Optional.of(failure);
    }

    static StoreException diskFull() {
        return new StoreException("disk full on /secret/path", new IllegalStateException("raw"));
    }

    @Override
    public List<MeetingHead> recent(ArchiveQuery query) {
        failIfTold();
        return heads.stream()
                .filter(head -> query.device().map(head.device()::equals).orElse(true))
                .filter(head -> !head.startedAt().isBefore(query.from()))
                .filter(head -> head.startedAt().isBefore(query.to()))
                .sorted(Comparator.comparing(MeetingHead::startedAt).reversed())
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    @Override
    public Optional<MeetingHead> find(MeetingId id) {
        failIfTold();
        return heads.stream().filter(head -> head.id().equals(id)).findFirst();
    }

    @Override
    public List<Segment> transcript(MeetingId id, long offset, int limit) {
        failIfTold();
        return transcripts.getOrDefault(id, List.of()).stream().skip(offset).limit(limit).toList();
    }

    private void failIfTold() {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
