package dev.supie.domain.tool;

import dev.supie.domain.kernel.Decision;
import dev.supie.domain.tool.DeviceToolsCommand.Announce;
import dev.supie.domain.tool.DeviceToolsCommand.Answer;
import dev.supie.domain.tool.DeviceToolsCommand.Call;
import dev.supie.domain.tool.DeviceToolsCommand.DeadlineReached;
import dev.supie.domain.tool.DeviceToolsCommand.End;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// CHAT-3 and T28: how a badge is asked for its tools, and called. A pure function.
///
/// @param reserved names that are ours, so that no tool of a badge is offered under them
public record DeviceToolsDecider(Set<String> reserved) {

    /// For each answer of a badge: to initialize, to a page, to a call.
    public static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /// How often a connection's badge is asked to initialize, once a hello each.
    static final int ATTEMPTS_MAX = 3;

    static final int PAGES_MAX = 32;

    /// UTF-16 units; a badge with a longer cursor is asked for no further page.
    static final int CURSOR_MAX = 256;

    /// More at once would only wait: a badge carries out one after the other (T28).
    public static final int CALLS_MAX = 4;

    /// Of the arguments, in UTF-8: a badge takes a few kilobytes of text at a time (T37).
    public static final int ARGUMENTS_BYTES_MAX = 3_000;

    private static final String FIRST_PAGE = "";

    public DeviceToolsDecider {
        reserved = Set.copyOf(reserved);
    }

    public Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> decide(
            DeviceTools tools, DeviceToolsCommand command, Instant now) {
        return switch (tools) {
            case DeviceTools.Unannounced _ -> whileUnannounced(command, now);
            case DeviceTools.Initializing state -> whileInitializing(state, command, now);
            case DeviceTools.Listing state -> whileListing(state, command, now);
            case DeviceTools.Ready state -> whileReady(state, command, now);
            case DeviceTools.Failed state -> afterFailing(state, command, now);
            case DeviceTools.Ended _ -> Decision.reject(DeviceToolsRejection.ENDED);
        };
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> whileUnannounced(
            DeviceToolsCommand command, Instant now) {
        return switch (command) {
            case Announce _ -> initialize(1, 1, now);
            case Answer _ -> Decision.reject(DeviceToolsRejection.NOT_ASKED);
            case Call _ -> Decision.reject(DeviceToolsRejection.NOT_READY);
            case DeadlineReached _ -> stay(DeviceTools.nothingYet());
            case End _ -> stay(new DeviceTools.Ended());
        };
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> initialize(
            int request, int attempt, Instant now) {
        return Decision.accept(
                new DeviceTools.Initializing(request, attempt, now.plus(ANSWER_MAX)),
                List.of(new DeviceToolsEffect.Send(new DeviceRequest.Initialize(request))));
    }

    private Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> whileInitializing(
            DeviceTools.Initializing state, DeviceToolsCommand command, Instant now) {
        return switch (command) {
            case Announce _ -> stay(state);
            case Answer(int request, DeviceReply reply) ->
                    request == state.request()
                            ? initialized(state, reply, now)
                            : Decision.reject(DeviceToolsRejection.NOT_ASKED);
            case Call _ -> Decision.reject(DeviceToolsRejection.NOT_READY);
            case DeadlineReached _ -> stay(now.isBefore(state.due()) ? state : failed(state));
            case End _ -> stay(new DeviceTools.Ended());
        };
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> initialized(
            DeviceTools.Initializing state, DeviceReply reply, Instant now) {
        return switch (reply) {
            case DeviceReply.Refused _ -> stay(failed(state));
            // What a badge says about itself changes nothing of what it is asked next.
            case DeviceReply.Page _, DeviceReply.Content _, DeviceReply.Done _ ->
                    ask(state.request(), Catalogue.EMPTY, List.of(), FIRST_PAGE, now);
        };
    }

    private static DeviceTools failed(DeviceTools.Initializing state) {
        return new DeviceTools.Failed(state.request(), state.attempt());
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> ask(
            int last, Catalogue found, List<String> before, String cursor, Instant now) {
        int request = next(last);
        List<String> cursors = new ArrayList<>(before);
        cursors.add(cursor);
        return Decision.accept(
                new DeviceTools.Listing(request, now.plus(ANSWER_MAX), found, cursors),
                List.of(new DeviceToolsEffect.Send(new DeviceRequest.ListTools(request, cursor))));
    }

    private Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> whileListing(
            DeviceTools.Listing state, DeviceToolsCommand command, Instant now) {
        return switch (command) {
            case Announce _ -> stay(state);
            case Answer(int request, DeviceReply reply) ->
                    request == state.request()
                            ? listed(state, reply, now)
                            : Decision.reject(DeviceToolsRejection.NOT_ASKED);
            case Call _ -> Decision.reject(DeviceToolsRejection.NOT_READY);
            case DeadlineReached _ ->
                    stay(now.isBefore(state.due()) ? state : ready(state, state.found()));
            case End _ -> stay(new DeviceTools.Ended());
        };
    }

    /// A page that is refused or makes no sense ends the list: what came before it is of use.
    private Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> listed(
            DeviceTools.Listing state, DeviceReply reply, Instant now) {
        return switch (reply) {
            case DeviceReply.Page(List<DeviceTool> tools, String cursor) -> {
                Catalogue found = state.found().with(tools);
                yield isWorthAsking(state, found, cursor)
                        ? ask(state.request(), found, state.cursors(), cursor, now)
                        : stay(ready(state, found));
            }
            case DeviceReply.Content _, DeviceReply.Refused _, DeviceReply.Done _ ->
                    stay(ready(state, state.found()));
        };
    }

    private static boolean isWorthAsking(
            DeviceTools.Listing state, Catalogue found, String cursor) {
        return !cursor.isEmpty()
                && cursor.length() <= CURSOR_MAX
                && state.cursors().size() < PAGES_MAX
                && !state.cursors().contains(cursor)
                && !found.isFull();
    }

    private DeviceTools ready(DeviceTools.Listing state, Catalogue found) {
        return new DeviceTools.Ready(
                state.request(),
                LegalNames.of(found.tools(), DeviceTool::name, reserved),
                List.of());
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> whileReady(
            DeviceTools.Ready state, DeviceToolsCommand command, Instant now) {
        return switch (command) {
            case Announce _ -> stay(state);
            case Answer(int request, DeviceReply reply) -> answered(state, request, reply);
            case Call call -> call(state, call, now);
            case DeadlineReached _ -> giveUp(state, now);
            case End _ ->
                    Decision.accept(
                            new DeviceTools.Ended(),
                            state.open().stream()
                                    .map(open -> settle(open, new CallResult.Gone()))
                                    .toList());
        };
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> call(
            DeviceTools.Ready state, Call call, Instant now) {
        DeviceTool tool = state.offered().get(call.name());
        if (tool == null) {
            return Decision.reject(DeviceToolsRejection.UNKNOWN_TOOL);
        }
        if (call.arguments().getBytes(StandardCharsets.UTF_8).length > ARGUMENTS_BYTES_MAX) {
            return Decision.reject(DeviceToolsRejection.ARGUMENTS_TOO_LONG);
        }
        if (state.open().size() >= CALLS_MAX) {
            return Decision.reject(DeviceToolsRejection.TOO_MANY_CALLS);
        }
        int request = next(state.last());
        List<OpenCall> open = new ArrayList<>(state.open());
        open.add(new OpenCall(request, call.ticket(), now.plus(ANSWER_MAX)));
        return Decision.accept(
                new DeviceTools.Ready(request, state.offered(), open),
                List.of(
                        new DeviceToolsEffect.Send(
                                new DeviceRequest.CallTool(
                                        request, tool.name(), call.arguments()))));
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> answered(
            DeviceTools.Ready state, int request, DeviceReply reply) {
        return state.open().stream()
                .filter(open -> open.request() == request)
                .findFirst()
                .map(
                        open ->
                                Decision
                                        .<DeviceTools, DeviceToolsEffect, DeviceToolsRejection>
                                                accept(
                                                        without(state, List.of(open)),
                                                        List.of(settle(open, resultOf(reply)))))
                .orElseGet(() -> Decision.reject(DeviceToolsRejection.NOT_ASKED));
    }

    private static CallResult resultOf(DeviceReply reply) {
        return switch (reply) {
            case DeviceReply.Content(String text, boolean isError) ->
                    new CallResult.Answered(text, isError);
            case DeviceReply.Refused(String message) -> new CallResult.Answered(message, true);
            case DeviceReply.Page _, DeviceReply.Done _ -> new CallResult.Answered("", false);
        };
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> giveUp(
            DeviceTools.Ready state, Instant now) {
        List<OpenCall> over =
                state.open().stream().filter(open -> !now.isBefore(open.due())).toList();
        return Decision.accept(
                without(state, over),
                over.stream().map(open -> settle(open, new CallResult.TimedOut())).toList());
    }

    private static DeviceTools without(DeviceTools.Ready state, List<OpenCall> over) {
        return new DeviceTools.Ready(
                state.last(),
                state.offered(),
                state.open().stream().filter(open -> !over.contains(open)).toList());
    }

    private static DeviceToolsEffect settle(OpenCall open, CallResult result) {
        return new DeviceToolsEffect.Settle(open.ticket(), result);
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> afterFailing(
            DeviceTools.Failed state, DeviceToolsCommand command, Instant now) {
        return switch (command) {
            case Announce _ ->
                    state.attempts() < ATTEMPTS_MAX
                            ? initialize(next(state.last()), state.attempts() + 1, now)
                            : stay(state);
            case Answer _ -> Decision.reject(DeviceToolsRejection.NOT_ASKED);
            case Call _ -> Decision.reject(DeviceToolsRejection.NOT_READY);
            case DeadlineReached _ -> stay(state);
            case End _ -> stay(new DeviceTools.Ended());
        };
    }

    /// An id that no open request has: those are few, and the numbers many.
    private static int next(int last) {
        return last == Integer.MAX_VALUE ? 1 : last + 1;
    }

    private static Decision<DeviceTools, DeviceToolsEffect, DeviceToolsRejection> stay(
            DeviceTools state) {
        return Decision.accept(state, List.of());
    }
}
