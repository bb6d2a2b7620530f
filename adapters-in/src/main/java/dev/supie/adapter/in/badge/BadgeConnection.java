package dev.supie.adapter.in.badge;

import dev.supie.adapter.in.badge.TrafficTally.Audio;
import dev.supie.adapter.in.badge.TrafficTally.Result;
import dev.supie.adapter.in.badge.codec.BadgeCodec;
import dev.supie.adapter.in.badge.codec.InboundFrame.HelloFrame;
import dev.supie.adapter.in.badge.codec.InboundFrame.Malformed;
import dev.supie.adapter.in.badge.codec.InboundFrame.PingFrame;
import dev.supie.adapter.in.badge.codec.InboundFrame.RequestFrame;
import dev.supie.adapter.in.badge.codec.InboundFrame.TooDeep;
import dev.supie.adapter.in.badge.codec.InboundFrame.UnheededFrame;
import dev.supie.adapter.in.badge.codec.RefusedRequest;
import dev.supie.adapter.in.websocket.MessageKind;
import dev.supie.adapter.in.websocket.WebSocketConnection;
import dev.supie.adapter.in.websocket.WebSocketEnd;
import dev.supie.adapter.in.websocket.WebSocketListener;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.BadgeRequest.Activity;
import dev.supie.application.connection.Connections;
import dev.supie.application.connection.Connections.Progress;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.ErrorCode;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.tracing.port.Tracing;
import dev.supie.domain.connection.CloseCode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// What becomes of everything one badge sends. Answers pings and bad input itself and hands
/// requests to the core, in the order in which they came; called by the one thread that reads from
/// the badge.
final class BadgeConnection implements WebSocketListener {

    private static final Logger LOG = System.getLogger(BadgeConnection.class.getName());

    private static final BadgeCodec CODEC = new BadgeCodec();

    private final BadgePlace place;
    private final Connections connections;
    private final BadgeLinks links;
    private final InstantSource clock;
    private final Tracing tracing;
    private final InboundLimits limits = new InboundLimits();
    private final SignsOfLife signsOfLife = new SignsOfLife();
    private BinaryFraming framing;
    private Heard heard = new Heard(0, 0, 0);

    BadgeConnection(
            BadgePlace place,
            Connections connections,
            BadgeLinks links,
            InstantSource clock,
            Tracing tracing) {
        this.place = place;
        this.connections = connections;
        this.links = links;
        this.clock = clock;
        this.tracing = tracing;
        this.framing = place.framing();
    }

    /// The way back is there before the core hears of the connection, because the first thing it
    /// does is to send the welcome.
    @Override
    public void onOpen(WebSocketConnection connection) {
        links.opened(place.session(), connection, framing);
        connections.opened(place.session(), place.address());
    }

    @Override
    public void onFrame() {
        showLife(Activity.Kind.CONTROL, clock.instant());
    }

    @Override
    public void onText(String text) {
        Instant now = clock.instant();
        if (!limits.admitsText(now)) {
            heard = heard.plusDropped();
            traffic().received("unread", Result.LIMITED);
            limits.noticeOfText(now).ifPresent(this::send);
            return;
        }
        switch (CODEC.decode(text)) {
            case PingFrame ping -> {
                traffic().received("ping", Result.TAKEN);
                send(new BadgeMessage.Pong(ping.rid()));
                showLife(Activity.Kind.MESSAGE, now);
            }
            case HelloFrame hello -> {
                hello.version()
                        .ifPresent(number -> BinaryFraming.ofNumber(number).ifPresent(this::frame));
                ask(hello.request(), now);
                hello.uplink()
                        .ifPresentOrElse(
                                format -> connections.uplink(place.session(), format),
                                () -> send(onlyOpus(hello.request().rid())));
            }
            case RequestFrame request -> ask(request.request(), now);
            case UnheededFrame _ -> {
                traffic().received("unheeded", Result.TAKEN);
                showLife(Activity.Kind.MESSAGE, now);
            }
            case Malformed malformed -> {
                traffic().received(typeOf(malformed), Result.INVALID);
                if (limits.admitsError(now)) {
                    send(malformed.answer());
                }
                showLife(Activity.Kind.MESSAGE, now);
            }
            case TooDeep tooDeep -> {
                traffic().received("unreadable", Result.TOO_LARGE);
                send(tooDeep.answer());
                links.close(place.session(), CloseCode.TOO_LARGE);
            }
        }
    }

    /// MSG-1: both ways.
    private void frame(BinaryFraming chosen) {
        framing = chosen;
        links.framed(place.session(), chosen);
    }

    @Override
    public void onBinary(byte[] bytes) {
        Instant now = clock.instant();
        if (!limits.admitsAudio(now)) {
            heard = heard.plusDropped();
            traffic().packet(Audio.LIMITED);
            limits.noticeOfAudio(now).ifPresent(this::send);
            return;
        }
        Optional<ByteBuffer> payload = framing.payload(ByteBuffer.wrap(bytes));
        heard = payload.isPresent() ? heard.plusPacket() : heard.plusDamaged();
        traffic().packet(payload.isPresent() ? Audio.WHOLE : Audio.DAMAGED);
        showLife(Activity.Kind.AUDIO, now);
        payload.ifPresent(this::hear);
    }

    private void hear(ByteBuffer payload) {
        byte[] packet = new byte[payload.remaining()];
        payload.get(packet);
        connections.hear(place.session(), packet);
    }

    private static BadgeMessage onlyOpus(Rid rid) {
        String message = "audio_params.format must be opus; other packets are not understood";
        return new BadgeMessage.GeneralError(ErrorCode.INVALID_REQUEST, message, rid);
    }

    @Override
    public void onTooLarge(MessageKind kind, int bytesMax) {
        traffic().received("unread", Result.TOO_LARGE);
        String message = "a " + word(kind) + " message may have at most " + bytesMax + " bytes";
        send(new BadgeMessage.GeneralError(ErrorCode.MESSAGE_TOO_LARGE, message, Rid.NONE));
    }

    /// Frees the place in any case: the end may come before the socket was ever open.
    @Override
    public void onClosed(WebSocketEnd end) {
        links.ended(place.session());
        traffic().ended(end.cause());
        connections.closed(place.session());
        LOG.log(
                Level.INFO,
                "badge gone: device={0} session={1} cause={2} code={3} {4}",
                place.device(),
                place.session(),
                end.cause(),
                Integer.toString(end.code()),
                heard);
    }

    Heard heard() {
        return heard;
    }

    /// @param read when it was
    private void ask(BadgeRequest request, Instant read) {
        Progress shown = MessageSpan.of(tracing, request, place, clock);
        Progress watched = shown.and(untilAnswered(request, read));
        Connections.Receipt receipt = connections.receive(place.session(), request, watched);
        MessageSpan.received(shown, receipt);
        switch (receipt) {
            case TAKEN -> traffic().received(request, Result.TAKEN);
            case BUSY -> {
                traffic().received(request, Result.BUSY);
                RefusedRequest.answer(
                                request,
                                ErrorCode.BUSY,
                                "too many requests are waiting; nothing was done, try again")
                        .ifPresent(this::send);
            }
            // Whoever ended the session also closes the socket, with the code that says why.
            case GONE -> traffic().received(request, Result.LATE);
        }
    }

    private Progress untilAnswered(BadgeRequest request, Instant read) {
        if (!TrafficTally.isAnsweredAtOnce(request)) {
            return Progress.UNWATCHED;
        }
        return new Progress() {
            @Override
            public void begins() {}

            @Override
            public void ended(boolean well) {
                traffic().answered(Duration.between(read, clock.instant()));
            }
        };
    }

    private TrafficTally traffic() {
        return links.traffic();
    }

    /// Of what belongs to a feature, the feature; nobody knows of the others.
    private static String typeOf(Malformed malformed) {
        return malformed.answer() instanceof BadgeMessage.FeatureError error
                ? error.feature()
                : "unreadable";
    }

    private void showLife(Activity.Kind kind, Instant now) {
        if (signsOfLife.isNews(kind, now)) {
            ask(new Activity(kind), now);
        }
    }

    /// A full queue is dealt with below (MSG-7): the badge is closed as too slow if it stays full.
    private void send(BadgeMessage message) {
        links.send(place.session(), message);
    }

    private static String word(MessageKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// What came besides messages that were handled.
    ///
    /// @param packets audio packets that were whole
    /// @param damaged audio packets whose sizes were wrong (T17)
    /// @param dropped messages and packets over the limits of MSG-2
    record Heard(long packets, long damaged, long dropped) {

        Heard plusPacket() {
            return new Heard(packets + 1, damaged, dropped);
        }

        Heard plusDamaged() {
            return new Heard(packets, damaged + 1, dropped);
        }

        Heard plusDropped() {
            return new Heard(packets, damaged, dropped + 1);
        }
    }
}
