package dev.supie.application.tool;

import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.PeerNews;
import dev.supie.application.peer.PeerCaller;
import dev.supie.application.peer.Peers;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.peer.Lifetime;
import dev.supie.domain.peer.PeerReceipt;
import dev.supie.domain.peer.PeerRequest;
import dev.supie.domain.task.TaskSettings;
import dev.supie.domain.tool.OwnRequest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Messages to other badges, sent as the caller's badge: with its permissions (PEER-2) and at its
/// rate (PEER-3).
record MessageTool(Peers peers, Supplier<TaskSettings> team) {

    void send(Caller caller, OwnRequest.SendMessage message, Consumer<ToolResult> answer) {
        Addressees addressees = new Addressees(team.get());
        List<String> to = new ArrayList<>();
        for (String name : message.to()) {
            switch (addressees.called(name)) {
                case Addressees.Called.One(String target) -> to.add(target);
                case Addressees.Called.NoOne(String why) -> {
                    answer.accept(ToolResult.error(why));
                    return;
                }
            }
        }
        PeerRequest request =
                new PeerRequest("", to, "", new Lifetime.Usual(), message.text(), "", "");
        PeerCaller from =
                PeerCaller.onBehalfOf(caller.device(), heard -> hear(heard, addressees, answer));
        if (!peers.send(from, request)) {
            answer.accept(OwnToolbox.BUSY);
        }
    }

    /// The first that is said counts; what follows a receipt says nothing new.
    private static void hear(
            BadgeMessage heard, Addressees addressees, Consumer<ToolResult> answer) {
        if (heard instanceof BadgeMessage.FeatureError error) {
            answer.accept(ToolResult.error(error.message()));
        } else if (heard instanceof BadgeMessage.Peer(PeerNews.TooFast tooFast, _)) {
            answer.accept(
                    ToolResult.error(
                            "too many messages: wait "
                                    + Math.max(1, tooFast.retryAfter().toSeconds())
                                    + " seconds"));
        } else if (heard instanceof BadgeMessage.Peer(PeerNews.Receipt receipt, _)) {
            answer.accept(told(receipt.receipt(), addressees));
        }
    }

    private static ToolResult told(PeerReceipt receipt, Addressees addressees) {
        List<String> parts = new ArrayList<>();
        part(parts, "sent to ", receipt.delivered(), addressees);
        part(parts, "waiting until it is read for ", receipt.enqueued(), addressees);
        receipt.failed()
                .forEach(
                        (target, why) ->
                                parts.add(
                                        "not sent to "
                                                + addressees.nameOf(target)
                                                + " ("
                                                + why.word()
                                                + ")"));
        return new ToolResult(String.join("; ", parts), !receipt.isAccepted());
    }

    private static void part(
            List<String> parts, String words, Collection<DeviceId> targets, Addressees addressees) {
        if (!targets.isEmpty()) {
            parts.add(
                    words
                            + targets.stream()
                                    .map(addressees::nameOf)
                                    .collect(Collectors.joining(", ")));
        }
    }
}
