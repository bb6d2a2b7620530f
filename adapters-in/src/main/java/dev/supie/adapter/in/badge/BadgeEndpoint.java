package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.websocket.HandshakeDecision;
import dev.supie.adapter.in.websocket.HandshakeRequest;
import dev.supie.adapter.in.websocket.WebSocketEndpoint;
import dev.supie.application.connection.Connections;
import dev.supie.application.connection.Connections.Admission;
import dev.supie.application.tracing.port.Tracing;
import dev.supie.domain.connection.HandshakeIdentity;
import dev.supie.domain.connection.HandshakeIdentity.Field;
import dev.supie.domain.connection.HandshakeIdentity.Identified;
import dev.supie.domain.kernel.DeviceId;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The door for badges (HS-1, HS-2, NET-3): finds out who asks and whether it may, asks the core
/// for a place, and refuses in HTTP before the upgrade if there is none. Safe for use by many
/// threads.
public final class BadgeEndpoint implements WebSocketEndpoint {

    private static final Logger LOG = System.getLogger(BadgeEndpoint.class.getName());

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /// The longest wait that MSG-10 asks of a badge before it comes back.
    private static final Map<String, String> LATER = Map.of("Retry-After", "10");

    private final BadgePaths paths;
    private final BadgeGate gate;
    private final Connections connections;
    private final BadgeLinks links;
    private final InstantSource clock;
    private final Supplier<String> freshHex;
    private final Tracing tracing;

    /// @param links the same ones the core sends through
    /// @param freshHex eight random hexadecimal digits for a badge that names itself in no way
    public BadgeEndpoint(
            BadgePaths paths,
            BadgeGate gate,
            Connections connections,
            BadgeLinks links,
            InstantSource clock,
            Supplier<String> freshHex) {
        this(paths, gate, connections, links, clock, freshHex, Tracing.OFF);
    }

    /// @param tracing where each message is shown
    public BadgeEndpoint(
            BadgePaths paths,
            BadgeGate gate,
            Connections connections,
            BadgeLinks links,
            InstantSource clock,
            Supplier<String> freshHex,
            Tracing tracing) {
        this.paths = paths;
        this.gate = gate;
        this.connections = connections;
        this.links = links;
        this.clock = clock;
        this.freshHex = freshHex;
        this.tracing = tracing;
    }

    @Override
    public HandshakeDecision handshake(HandshakeRequest request) {
        if (!paths.contains(request.path())) {
            return new HandshakeDecision.NotHere();
        }
        HandshakeDecision decision = decide(request);
        if (decision instanceof HandshakeDecision.Refuse refusal) {
            links.traffic().refused(refusal.status());
        }
        return decision;
    }

    private HandshakeDecision decide(HandshakeRequest request) {
        HandshakeIdentity identity =
                HandshakeIdentity.of(
                        fields(request.query()), fields(request.headers()), freshHex.get());
        return switch (identity) {
            case Identified identified ->
                    gate.refusal(identified.device(), request)
                            .<HandshakeDecision>map(refuse -> refuse)
                            .orElseGet(() -> admit(identified, request));
            case HandshakeIdentity.Refused refused -> {
                LOG.log(
                        Level.INFO,
                        "handshake refused: address={0} reason={1}",
                        gate.address(request),
                        refused.reason());
                yield new HandshakeDecision.Refuse(BAD_REQUEST, refused.reason(), Map.of());
            }
        };
    }

    private HandshakeDecision admit(Identified identified, HandshakeRequest request) {
        return switch (connections.admit(identified.device())) {
            case Admission.Admitted admitted -> {
                String address = gate.address(request);
                var place =
                        new BadgePlace(
                                identified.device(),
                                admitted.session(),
                                address,
                                framing(request.headers()));
                warnIfGenerated(identified, place);
                yield new HandshakeDecision.Accept(
                        new BadgeConnection(place, connections, links, clock, tracing));
            }
            case Admission.Duplicate duplicate ->
                    notNow(
                            identified.device(),
                            request,
                            new HandshakeDecision.Refuse(
                                    CONFLICT,
                                    "this badge is connected already",
                                    after(duplicate.retryAfter())));
            case Admission.Flapping flapping ->
                    notNow(
                            identified.device(),
                            request,
                            new HandshakeDecision.Refuse(
                                    TOO_MANY,
                                    "this badge was taken over too often within a minute",
                                    after(flapping.retryAfter())));
            case Admission.Full _ -> unavailable("the server is full, try again later");
            case Admission.Draining _ -> unavailable("the server is shutting down, try again");
        };
    }

    /// An operator has to find the two devices that share an id.
    private HandshakeDecision notNow(
            DeviceId device, HandshakeRequest request, HandshakeDecision.Refuse refusal) {
        LOG.log(
                Level.INFO,
                "handshake refused: device={0} address={1} reason={2}",
                device,
                gate.address(request),
                refusal.message());
        return refusal;
    }

    /// In whole seconds, never too early.
    private static Map<String, String> after(Duration wait) {
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return Map.of("Retry-After", Long.toString(Math.max(1, seconds)));
    }

    private static HandshakeDecision unavailable(String message) {
        return new HandshakeDecision.Refuse(UNAVAILABLE, message, LATER);
    }

    /// Who connects is logged by the core; that it will be somebody else the next time, it cannot
    /// know.
    private static void warnIfGenerated(Identified identified, BadgePlace place) {
        if (identified.generated()) {
            LOG.log(
                    Level.WARNING,
                    "badge gave no id, so it has another one each time: device={0} session={1}"
                            + " address={2}",
                    place.device(),
                    place.session(),
                    place.address());
        }
    }

    private static BinaryFraming framing(Map<String, List<String>> headers) {
        return headers.getOrDefault("protocol-version", List.of()).stream()
                .findFirst()
                .map(BinaryFraming::ofHeader)
                .orElse(BinaryFraming.BARE);
    }

    private static List<Field> fields(Map<String, List<String>> values) {
        List<Field> fields = new ArrayList<>();
        values.forEach((name, all) -> all.forEach(value -> fields.add(new Field(name, value))));
        return fields;
    }
}
