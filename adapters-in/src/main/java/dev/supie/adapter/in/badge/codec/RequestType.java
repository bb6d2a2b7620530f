package dev.supie.adapter.in.badge.codec;

import dev.supie.application.connection.BadgeRequest;

/// The `type` that a request came with.
public final class RequestType {

    private RequestType() {}

    public static String of(BadgeRequest request) {
        return switch (request) {
            case BadgeRequest.Hello _ -> "hello";
            case BadgeRequest.SwitchMode _ -> ModeDecoder.TYPE;
            case BadgeRequest.AddSnippets _, BadgeRequest.FinalizeMeeting _ -> MeetingDecoder.TYPE;
            case BadgeRequest.AboutServer _ -> ServerDecoder.TYPE;
            case BadgeRequest.Listening _ -> ListenDecoder.TYPE;
            case BadgeRequest.AboutTasks _ -> WorkflowDecoder.TYPE;
            case BadgeRequest.AboutMessages _ -> PeerEncoder.TYPE;
            case BadgeRequest.AboutCoding _ -> CodingDecoder.TYPE;
            case BadgeRequest.ToolAnswer _ -> McpDecoder.TYPE;
            case BadgeRequest.Abort _ -> "abort";
            case BadgeRequest.Activity _ -> "activity";
        };
    }
}
