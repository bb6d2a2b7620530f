package dev.supie.application.tool;

import dev.supie.domain.tool.OwnRequest;

import java.util.function.Consumer;

/// Does what our own tools are asked for. Waits for the store; may throw
/// [dev.supie.application.meeting.port.StoreException].
final class OwnWork {

    private final TaskTools tasks;
    private final MeetingTools meetings;
    private final MessageTool messages;
    private final TimeTool time;

    OwnWork(OwnToolFeature.Ports ports, Rights rights) {
        this.tasks = new TaskTools(ports.tasks(), ports.freshTasks(), ports.team());
        this.meetings = new MeetingTools(ports.archive(), ports.search(), rights, ports.team());
        this.messages = new MessageTool(ports.peers(), ports.team());
        this.time = new TimeTool(ports.time(), ports.team());
    }

    /// @param answer is told, once, what came of it: at once, or for a message later
    void answer(Caller caller, OwnRequest request, Consumer<ToolResult> answer) {
        switch (request) {
            case OwnRequest.ListTasks list -> answer.accept(tasks.list(caller, list));
            case OwnRequest.ClaimTask(var id) -> answer.accept(tasks.claim(caller, id));
            case OwnRequest.CompleteTask(var id) -> answer.accept(tasks.complete(caller, id));
            case OwnRequest.AddTask add -> answer.accept(tasks.add(caller, add));
            case OwnRequest.FindMeetings find -> answer.accept(meetings.find(caller, find));
            case OwnRequest.LatestMeetings(int limit) ->
                    answer.accept(meetings.latest(caller, limit));
            case OwnRequest.ReadMinutes(var id) -> answer.accept(meetings.minutes(caller, id));
            case OwnRequest.ReadLatestMinutes _ -> answer.accept(meetings.latestMinutes(caller));
            case OwnRequest.ReadTranscript(var id, long from) ->
                    answer.accept(meetings.transcript(caller, id, from));
            case OwnRequest.SendMessage message -> messages.send(caller, message, answer);
            case OwnRequest.TellTime _ -> answer.accept(time.now());
        }
    }
}
