package dev.supie.application.conversation;

import dev.supie.application.conversation.port.ConversationModel;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.conversation.port.Prompt;
import dev.supie.application.conversation.port.Prompt.OfferedTool;
import dev.supie.application.conversation.port.Prompt.ToolAnswer;
import dev.supie.application.conversation.port.Prompt.ToolRound;
import dev.supie.application.conversation.port.ToolRequest;
import dev.supie.application.tool.Caller;
import dev.supie.application.tool.ToolCall;
import dev.supie.application.tool.ToolResult;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.conversation.ConversationCommand;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.conversation.Trouble;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Asks the model for one talk, and runs the tools that it wants. Called in the talk's lane.
final class ModelDesk {

    private static final System.Logger LOG = System.getLogger(ModelDesk.class.getName());

    private static final ConversationModel.Asked NOTHING = () -> {};

    private final ConversationFeature.Ports ports;
    private final TalkSteps.Own own;
    private final Consumer<ConversationCommand> told;
    private ConversationModel.Asked asked = NOTHING;
    private List<ToolRequest> wanted = List.of();
    private List<ToolRound> rounds = List.of();
    private Memory memory = Memory.NOTHING;
    private String question = "";
    private Mode mode = Mode.CHAT;

    /// Of the question that is open; 0 if none is. A memory that comes late asks nothing.
    private long current;

    /// @param told is called on any thread, and does it in the lane
    ModelDesk(
            ConversationFeature.Ports ports,
            TalkSteps.Own own,
            Consumer<ConversationCommand> told) {
        this.ports = ports;
        this.own = own;
        this.told = told;
    }

    /// From the next question on.
    void talksIn(Mode next) {
        mode = next;
    }

    /// The first question of a turn, once it is known what is remembered.
    void ask(long ticket, String text) {
        current = ticket;
        question = text;
        rounds = List.of();
        own.memory()
                .recall(
                        recalled ->
                                own.inLane(
                                        () -> {
                                            if (current == ticket) {
                                                memory = recalled;
                                                begin(ticket);
                                            }
                                        }));
    }

    void askAgain(long ticket) {
        current = ticket;
        begin(ticket);
    }

    void cancel() {
        current = 0;
        asked.cancel();
        asked = NOTHING;
    }

    private void begin(long ticket) {
        LocalDateTime now =
                LocalDateTime.ofInstant(ports.time().instant(), ports.settings().get().offset());
        try {
            Prompt prompt = new Prompt(question, mode, memory, now, offered(), rounds);
            AnswerInbox inbox = new AnswerInbox(own::inLane, event -> heard(ticket, event));
            asked = ports.model().ask(prompt, inbox::take);
        } catch (RuntimeException bug) {
            // A bug of a model or of a tool must cost the wearer this answer and nothing else.
            LOG.log(System.Logger.Level.ERROR, "a model failed on " + own.session(), bug);
            told.accept(new ConversationCommand.Failed(ticket, Trouble.BROKEN));
        }
    }

    private List<OfferedTool> offered() {
        return ports.toolbox().offeredTo(caller()).stream()
                .map(
                        tool ->
                                new OfferedTool(
                                        tool.name(), tool.description(), tool.parametersSchema()))
                .toList();
    }

    private Caller caller() {
        return new Caller(own.memory().device(), Optional.of(own.session()));
    }

    /// In the lane.
    private void heard(long ticket, ModelEvent event) {
        if (current != ticket) {
            return;
        }
        switch (event) {
            case ModelEvent.Piece(String text) ->
                    told.accept(new ConversationCommand.Piece(ticket, text));
            case ModelEvent.Ended _ -> told.accept(new ConversationCommand.Ended(ticket));
            case ModelEvent.CutShort _ -> told.accept(new ConversationCommand.CutShort(ticket));
            case ModelEvent.Failed(Trouble trouble, String reason) -> {
                LOG.log(
                        System.Logger.Level.INFO,
                        "no answer from the model: session={0} reason={1}",
                        own.session(),
                        reason);
                told.accept(new ConversationCommand.Failed(ticket, trouble));
            }
            case ModelEvent.ToolsAsked(List<ToolRequest> requests) -> {
                wanted = requests.stream().limit(ModelEvent.ToolsAsked.REQUESTS_MAX).toList();
                told.accept(new ConversationCommand.ToolsAsked(ticket));
            }
        }
    }

    /// All at once; each ends by itself within 10 s, and the turn waits no longer.
    void runTools(long ticket) {
        List<CompletableFuture<ToolAnswer>> answers = new ArrayList<>();
        for (ToolRequest request : wanted) {
            answers.add(call(request));
        }
        CompletionStage<Void> all =
                CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]));
        all.whenComplete((_, _) -> own.inLane(() -> answered(ticket, answers)));
    }

    private CompletableFuture<ToolAnswer> call(ToolRequest request) {
        ToolCall call = new ToolCall(request.id(), request.name(), request.arguments());
        return ports.toolbox()
                .call(caller(), call)
                .exceptionally(_ -> ToolResult.error("the tool failed"))
                .thenApply(result -> new ToolAnswer(request, result.text(), result.isError()))
                .toCompletableFuture();
    }

    private void answered(long ticket, List<CompletableFuture<ToolAnswer>> answers) {
        if (current != ticket) {
            return;
        }
        List<ToolRound> more = new ArrayList<>(rounds);
        more.add(new ToolRound(answers.stream().map(CompletableFuture::join).toList()));
        rounds = more;
        told.accept(new ConversationCommand.ToolsAnswered(ticket));
    }
}
