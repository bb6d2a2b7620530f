package dev.supie.adapter.out.jooq;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.supie.application.meeting.port.StoreException;
import dev.supie.application.peer.port.SentMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Category;
import dev.supie.domain.peer.Failure;
import dev.supie.domain.peer.MessageId;
import dev.supie.domain.peer.Mid;
import dev.supie.domain.peer.Normalized;
import dev.supie.domain.peer.PeerMessage;
import dev.supie.domain.peer.PeerReceipt;
import dev.supie.domain.peer.Structure;
import dev.supie.domain.peer.Submission;
import dev.supie.domain.peer.Targets;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The JSON column of a peer message, in a form of its own, so that a changed name in the domain
/// does not change what is on disk.
final class PeerDocuments {

    /// Buffers for JSON, of 8 KiB, that are kept for the next one.
    private static final int BUFFERS_KEPT_MAX = 4;

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    // Each round of messages has a new thread, which would make its
                                    // own.
                                    .recyclerPool(
                                            JsonRecyclerPools.newBoundedPool(BUFFERS_KEPT_MAX))
                                    .build())
                    // What is not there is read as what nearly all messages have.
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_DEFAULT, JsonInclude.Include.ALWAYS))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
                    .build();

    private PeerDocuments() {}

    /// @param targets empty for everybody
    /// @param hint empty if the sender did not say
    private record ContentDocument(
            List<String> targets,
            String text,
            String hint,
            String locale,
            long lifetimeMillis,
            String category,
            String summary,
            String title,
            int priority,
            String due,
            List<String> assignees,
            boolean degraded,
            boolean receiptsWanted,
            List<String> delivered,
            List<String> enqueued,
            List<FailureDocument> failed) {}

    private record FailureDocument(String device, String reason) {}

    static String write(SentMessage sent) {
        PeerMessage message = sent.message();
        Submission submission = message.submission();
        Structure structure = message.structure();
        Normalized normalized = structure.normalized();
        ContentDocument document =
                new ContentDocument(
                        targets(submission.targets()),
                        submission.text(),
                        hint(submission.hint()),
                        submission.locale(),
                        submission.lifetime().toMillis(),
                        structure.category().name(),
                        structure.summary(),
                        normalized.title(),
                        normalized.priority(),
                        normalized.due(),
                        normalized.assignees(),
                        message.degraded(),
                        message.receiptsWanted(),
                        ids(sent.receipt().delivered()),
                        ids(sent.receipt().enqueued()),
                        sent.receipt().failed().sequencedEntrySet().stream()
                                .map(
                                        failed ->
                                                new FailureDocument(
                                                        failed.getKey().value(),
                                                        failed.getValue().name()))
                                .toList());
        try {
            return KeptText.of(JSON.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new StoreException("a peer message could not be written as JSON", e);
        }
    }

    /// @param mid empty if there is none
    static SentMessage read(
            MessageId id, DeviceId sender, String mid, Instant acceptedAt, String content) {
        ContentDocument document = document(content);
        Submission submission =
                new Submission(
                        new Mid(mid),
                        targets(document.targets),
                        document.text,
                        hint(document.hint),
                        document.locale,
                        Duration.ofMillis(document.lifetimeMillis));
        Structure structure =
                new Structure(
                        Category.valueOf(document.category),
                        document.summary,
                        new Normalized(
                                document.title,
                                document.priority,
                                document.due,
                                document.assignees));
        PeerMessage message =
                new PeerMessage(
                        id,
                        sender,
                        submission,
                        structure,
                        document.degraded,
                        acceptedAt,
                        document.receiptsWanted);
        return new SentMessage(message, receipt(document));
    }

    private static ContentDocument document(String content) {
        try {
            return JSON.readValue(content, ContentDocument.class);
        } catch (JsonProcessingException e) {
            throw new StoreException("a stored peer message could not be read", e);
        }
    }

    private static PeerReceipt receipt(ContentDocument document) {
        SequencedMap<DeviceId, Failure> failed = new LinkedHashMap<>();
        document.failed.forEach(
                one -> failed.put(new DeviceId(one.device), Failure.valueOf(one.reason)));
        return new PeerReceipt(devices(document.delivered), devices(document.enqueued), failed);
    }

    private static List<String> targets(Targets targets) {
        return switch (targets) {
            case Targets.Everybody _ -> List.of();
            case Targets.Named(List<DeviceId> devices) -> ids(devices);
        };
    }

    private static Targets targets(List<String> targets) {
        return targets.isEmpty() ? new Targets.Everybody() : new Targets.Named(devices(targets));
    }

    private static String hint(Submission.Hint hint) {
        return switch (hint) {
            case Submission.Hint.None _ -> "";
            case Submission.Hint.Given(Category category) -> category.name();
        };
    }

    private static Submission.Hint hint(String hint) {
        return hint.isEmpty()
                ? new Submission.Hint.None()
                : new Submission.Hint.Given(Category.valueOf(hint));
    }

    private static List<String> ids(List<DeviceId> devices) {
        return devices.stream().map(DeviceId::value).toList();
    }

    private static List<DeviceId> devices(List<String> ids) {
        return ids.stream().map(DeviceId::new).toList();
    }
}
