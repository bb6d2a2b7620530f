package dev.supie.adapter.in.badge.codec;

import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.BadgeMessage.FeatureError;
import dev.supie.application.connection.port.BadgeMessage.GeneralError;
import dev.supie.application.connection.port.BuildEvent;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.TaskEvent;
import dev.supie.application.server.ServerControl;

import java.util.Optional;

/// How a well-formed request is answered that was not taken.
public final class RefusedRequest {

    private RefusedRequest() {}

    /// The error in the form of the request's feature (MSG-4); empty for what is no request but an
    /// answer or a sign of life.
    public static Optional<BadgeMessage> answer(
            BadgeRequest request, ErrorCode code, String message) {
        return switch (request) {
            case BadgeRequest.Hello hello ->
                    Optional.of(new GeneralError(code, message, hello.rid()));
            case BadgeRequest.SwitchMode change ->
                    Optional.of(
                            new FeatureError(
                                    ModeDecoder.TYPE,
                                    Words.of(change.action()),
                                    code,
                                    message,
                                    change.rid()));
            case BadgeRequest.AddSnippets snippets ->
                    Optional.of(
                            new FeatureError(
                                    MeetingDecoder.TYPE,
                                    Words.of(MeetingPhase.SNIPPET),
                                    code,
                                    message,
                                    snippets.rid()));
            case BadgeRequest.FinalizeMeeting finalizing ->
                    Optional.of(
                            new FeatureError(
                                    MeetingDecoder.TYPE,
                                    Words.of(MeetingPhase.FINALIZE),
                                    code,
                                    message,
                                    finalizing.rid()));
            case BadgeRequest.AboutServer about ->
                    Optional.of(
                            new FeatureError(
                                    ServerDecoder.TYPE, action(about), code, message, about.rid()));
            case BadgeRequest.Listening listening ->
                    Optional.of(
                            new FeatureError(
                                    ListenDecoder.TYPE,
                                    Words.of(state(listening)),
                                    code,
                                    message,
                                    listening.rid()));
            case BadgeRequest.AboutTasks about ->
                    Optional.of(
                            new FeatureError(
                                    WorkflowDecoder.TYPE,
                                    Words.of(event(about)),
                                    code,
                                    message,
                                    about.rid()));
            case BadgeRequest.AboutMessages about ->
                    Optional.of(
                            new FeatureError(
                                    PeerEncoder.TYPE, event(about), code, message, about.rid()));
            case BadgeRequest.AboutCoding about ->
                    Optional.of(
                            new FeatureError(
                                    CodingDecoder.TYPE,
                                    Words.of(BuildEvent.of(about.told())),
                                    code,
                                    message,
                                    about.rid()));
            case BadgeRequest.ToolAnswer _, BadgeRequest.Abort _, BadgeRequest.Activity _ ->
                    Optional.empty();
        };
    }

    private static String action(BadgeRequest.AboutServer request) {
        return switch (request) {
            case BadgeRequest.SubscribeStats _ -> Words.of(ServerAction.SUBSCRIBE_STATS);
            case BadgeRequest.CommandServer command -> ServerControl.wordFor(command.command());
        };
    }

    private static String event(BadgeRequest.AboutMessages request) {
        return switch (request) {
            case BadgeRequest.SendMessage _ -> "";
            case BadgeRequest.AcknowledgeUpTo _, BadgeRequest.AcknowledgeOne _ ->
                    Words.of(PeerDecoder.Event.ACK);
        };
    }

    private static TaskEvent event(BadgeRequest.AboutTasks request) {
        return switch (request) {
            case BadgeRequest.ChangeTasks tasks -> tasks.change().event();
            case BadgeRequest.PullTasks _ -> TaskEvent.LIST;
        };
    }

    private static ListenDecoder.State state(BadgeRequest.Listening request) {
        return switch (request) {
            case BadgeRequest.StartListening _ -> ListenDecoder.State.START;
            case BadgeRequest.StopListening _ -> ListenDecoder.State.STOP;
            case BadgeRequest.Detected _ -> ListenDecoder.State.DETECT;
        };
    }
}
