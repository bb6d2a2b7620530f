package dev.supie.adapter.in.badge.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.GeneralError;
import dev.supie.application.connection.port.BadgeMessage.ModeReceipt;
import dev.supie.application.connection.port.BadgeMessage.Welcome;
import dev.supie.application.connection.port.Rid;

import java.time.Duration;

/// Every message in its wire form, fields in the order in which the protocol names them.
final class MessageEncoder {

    private MessageEncoder() {}

    static ObjectNode encode(BadgeMessage message) {
        return switch (message) {
            case Welcome welcome -> welcome(welcome);
            case BadgeMessage.Pong pong -> marked(typed("pong"), pong.rid());
            case ModeReceipt receipt -> modeReceipt(receipt);
            case BadgeMessage.SnippetReceipt receipt -> MeetingEncoder.receipt(receipt);
            case BadgeMessage.FinalizeAck ack -> MeetingEncoder.finalizeAck(ack);
            case BadgeMessage.MeetingProgress progress -> MeetingEncoder.progress(progress);
            case BadgeMessage.TranscriptPush push -> MeetingEncoder.transcript(push);
            case BadgeMessage.MeetingSummary summary -> MeetingEncoder.summary(summary);
            case BadgeMessage.ShownTranscript shown -> MeetingEncoder.shown(shown);
            case BadgeMessage.ShownSummary shown -> MeetingEncoder.shown(shown);
            case BadgeMessage.CompanyPush push -> CompanyEncoder.members(push);
            case BadgeMessage.Caption caption -> CompanyEncoder.caption(caption);
            case BadgeMessage.JoinLimited limited -> CompanyEncoder.limited(limited);
            case BadgeMessage.SpeechText text -> SpeechEncoder.text(text);
            case BadgeMessage.SwitchText text -> SpeechEncoder.switchText(text);
            case BadgeMessage.Transcription told -> SpeechEncoder.transcription(told);
            case BadgeMessage.TranscriptionFailed failed -> SpeechEncoder.failed(failed);
            case BadgeMessage.ListenNow _ -> SpeechEncoder.listenNow();
            case BadgeMessage.SpeechStart start -> AnswerEncoder.start(start);
            case BadgeMessage.SentenceStart sentence -> AnswerEncoder.sentence(sentence);
            case BadgeMessage.SpeechStop stop -> AnswerEncoder.stop(stop);
            case BadgeMessage.Face face -> AnswerEncoder.face(face);
            case BadgeMessage.TaskReceipt receipt -> WorkflowEncoder.receipt(receipt);
            case BadgeMessage.TaskList list -> WorkflowEncoder.list(list);
            case BadgeMessage.TaskCommand command -> WorkflowEncoder.command(command);
            case BadgeMessage.BuildReceipt receipt -> CodingEncoder.receipt(receipt);
            case BadgeMessage.BuildAdvice told -> CodingEncoder.advice(told);
            case FeatureError error -> featureError(error);
            case GeneralError error -> generalError(error);
            case BadgeMessage.RateLimited limited -> rateLimited(limited);
            case BadgeMessage.IdleWarning warning ->
                    closing(system("idle_warning"), warning.closingIn());
            case BadgeMessage.TimeoutWarning warning ->
                    closing(system("timeout_warning"), warning.closingIn())
                            .put("message", warning.message());
            case BadgeMessage.StatsPush push -> ServerEncoder.stats(push);
            case BadgeMessage.ServerReceipt receipt -> ServerEncoder.receipt(receipt);
            case BadgeMessage.Peer news -> PeerEncoder.news(news);
            case BadgeMessage.ToolRequest request -> ToolEncoder.request(request);
            case BadgeMessage.Replaced replaced ->
                    closing(
                            system("replaced").put("message", replaced.message()),
                            replaced.closingIn());
        };
    }

    static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /// MSG-5.
    static ObjectNode marked(ObjectNode message, Rid rid) {
        return rid.given() ? message.put("rid", rid.value()) : message;
    }

    /// The audio half is fixed: it is what stock firmware decodes best, and a `transport` must be
    /// there or the firmware crashes.
    private static ObjectNode welcome(Welcome welcome) {
        ObjectNode hello =
                typed("hello")
                        .put("transport", "websocket")
                        .put("version", 1)
                        .put("session_id", welcome.session().value());
        hello.putObject("audio_params")
                .put("format", "opus")
                .put("sample_rate", 24_000)
                .put("channels", 1)
                .put("frame_duration", 60);
        if (!welcome.inboxEpoch().isEmpty()) {
            hello.put("inbox_epoch", welcome.inboxEpoch());
        }
        return marked(hello, welcome.rid());
    }

    private static ObjectNode modeReceipt(ModeReceipt receipt) {
        ObjectNode message =
                typed(ModeDecoder.TYPE)
                        .put("status", "ok")
                        .put("state", Words.of(receipt.action()))
                        .put("mode", Words.of(receipt.mode()));
        putIfTrue(message, "idempotent", receipt.idempotent());
        putIfTrue(message, "resumed", receipt.resumed());
        receipt.attending().ifPresent(attending -> CompanyEncoder.put(message, attending));
        return marked(message, receipt.rid());
    }

    static void putIfTrue(ObjectNode message, String name, boolean value) {
        if (value) {
            message.put(name, true);
        }
    }

    private static ObjectNode featureError(FeatureError error) {
        ObjectNode message =
                typed(error.feature())
                        .put("status", "error")
                        .put("code", error.code().name())
                        .put("message", error.message());
        if (!error.phase().isEmpty()) {
            name(message, error);
        }
        return marked(message, error.rid());
    }

    /// The request's own word for it, so that a badge can match the answer.
    private static void name(ObjectNode message, FeatureError error) {
        switch (error.feature()) {
            case ModeDecoder.TYPE, ListenDecoder.TYPE -> message.put("state", error.phase());
            case ServerDecoder.TYPE -> ServerEncoder.name(message, error.phase());
            case WorkflowDecoder.TYPE, PeerEncoder.TYPE, CodingDecoder.TYPE ->
                    message.put("event", error.phase());
            default -> message.put("phase", error.phase());
        }
    }

    private static ObjectNode generalError(GeneralError error) {
        ObjectNode message =
                typed("error").put("code", error.code().name()).put("message", error.message());
        return marked(message, error.rid());
    }

    private static ObjectNode rateLimited(BadgeMessage.RateLimited limited) {
        return typed("error")
                .put("code", "RATE_LIMITED")
                .put("message", limited.message())
                .put("retryAfterMs", limited.retryAfter().toMillis());
    }

    private static ObjectNode system(String event) {
        return typed("system").put("event", event);
    }

    private static ObjectNode closing(ObjectNode message, Duration in) {
        return message.put("closing_in_ms", in.toMillis());
    }
}
