import dev.supie.adapter.in.badge.BadgeEndpoint;
import dev.supie.adapter.in.badge.BadgeGate;
import dev.supie.adapter.in.badge.BadgeLinks;
import dev.supie.adapter.in.badge.BadgePaths;
import dev.supie.adapter.in.network.TrustedProxies;
import dev.supie.adapter.in.websocket.WebSocketLimits;
import dev.supie.adapter.in.websocket.WebSocketUpgrade;
import dev.supie.adapter.out.service.CallTiming;
import dev.supie.adapter.out.speech.voice.EspeakSynthesizer;
import dev.supie.adapter.out.speech.voice.FreeTtsSynthesizer;
import dev.supie.adapter.out.speech.voice.LocalVoice;
import dev.supie.adapter.out.speech.voice.OpusPacketEncoders;
import dev.supie.adapter.out.speech.voice.Programs;
import dev.supie.application.access.Access;
import dev.supie.application.access.port.Principal;
import dev.supie.application.connection.BadgeRequest;
import dev.supie.application.connection.Connections;
import dev.supie.application.connection.PresentBadge;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.application.connection.port.Rid;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.Answer;
import dev.supie.application.speaking.AnswerListener;
import dev.supie.application.speaking.Mouth;
import dev.supie.application.speaking.Mouths;
import dev.supie.application.speaking.SpeakingFeature;
import dev.supie.application.speaking.SpeakingSettings;
import dev.supie.application.speaking.SpeakingTally;
import dev.supie.application.speaking.port.Synthesizer;
import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Badges and their mouths, wired as the server wires them, with nobody behind them who thinks: a
/// badge that says what it has detected is told an answer of ten sentences, and one that stops
/// listening is not spoken to any more. Prints its port.
final class SpeakingServer implements Connections {

    private static final List<String> ANSWER =
            List.of(
                    "The meeting starts at ten in the morning, and lasts for about an hour.",
                    "Please bring the plans for the second floor, and a cup of coffee.");
    private static final int SENTENCES = 10;
    private static final int THREADS = 16;
    private static final int PROCESSES =
            Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    private final Map<SessionId, Mouth> open = new ConcurrentHashMap<>();
    private final BadgeLinks links;
    private final Mouths mouths;

    private SpeakingServer(BadgeLinks links, Mouths mouths) {
        this.links = links;
        this.mouths = mouths;
    }

    /// @param arguments which synthesizer: espeak or freetts
    public static void main(String[] arguments) {
        InstantSource time = steady();
        SystemAlarms beat = new SystemAlarms(time);
        BadgeLinks links = new BadgeLinks(time);
        ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService speaking =
                Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());
        SpeakingFeature.Ports ports =
                new SpeakingFeature.Ports(
                        links,
                        List.of(synthesizer(arguments[0], beat, time)),
                        new OpusPacketEncoders(
                                Math.max(1, Runtime.getRuntime().availableProcessors() / 2)),
                        new Workers(speaking, THREADS),
                        background,
                        beat,
                        time,
                        () -> SpeakingSettings.DEFAULTS,
                        new SpeakingTally());
        SpeakingServer core = new SpeakingServer(links, SpeakingFeature.create(ports));
        System.out.println(core.listen(time));
    }

    /// As the server's clock.
    private static InstantSource steady() {
        Instant begin = Instant.now();
        long beginNanos = System.nanoTime();
        return () -> begin.plusNanos(System.nanoTime() - beginNanos);
    }

    private static Synthesizer synthesizer(String name, SystemAlarms alarms, InstantSource time) {
        LocalVoice voice = new LocalVoice(name, "", 1, Duration.ofSeconds(10));
        if (name.equals("freetts")) {
            FreeTtsSynthesizer synthesizer = new FreeTtsSynthesizer(voice, CallTiming.real(time));
            synthesizer.prepare();
            return synthesizer;
        }
        String path = System.getenv("PATH");
        Optional<Path> program = Programs.find(EspeakSynthesizer.PROGRAM, path);
        return new EspeakSynthesizer(
                voice, program, Programs.find("nice", path), PROCESSES, alarms, time);
    }

    private int listen(InstantSource time) {
        BadgeEndpoint endpoint =
                new BadgeEndpoint(
                        BadgePaths.STANDARD,
                        new BadgeGate(
                                _ -> new Access.Decision.Allowed(Principal.ANYBODY),
                                TrustedProxies.NONE),
                        this,
                        links,
                        time,
                        () -> "0a1b2c3d");
        WebServerConfig.Builder listener =
                WebServer.builder().shutdownHook(false).host("127.0.0.1").port(0);
        new WebSocketUpgrade(endpoint, WebSocketLimits.standard(), time, new SystemAlarms(time))
                .configure(listener);
        return listener.build().start().port();
    }

    @Override
    public Admission admit(DeviceId device) {
        return new Admission.Admitted(new SessionId(UUID.randomUUID().toString()));
    }

    @Override
    public void opened(SessionId session, String address) {
        open.put(session, mouths.open(session));
        links.send(session, new BadgeMessage.Welcome(session, Rid.NONE));
    }

    @Override
    public Receipt receive(SessionId session, BadgeRequest request, Progress progress) {
        Mouth mouth = open.get(session);
        if (mouth == null) {
            return Receipt.GONE;
        }
        switch (request) {
            case BadgeRequest.Detected _ -> answer(mouth);
            case BadgeRequest.StopListening _ -> mouth.silence();
            default -> {}
        }
        return Receipt.TAKEN;
    }

    private static void answer(Mouth mouth) {
        Answer answer =
                mouth.begin(
                        new AnswerListener() {
                            @Override
                            public void began() {}

                            @Override
                            public void spoken() {}

                            @Override
                            public void silenced() {}
                        });
        for (int sentence = 0; sentence < SENTENCES; sentence++) {
            answer.say(ANSWER.get(sentence % ANSWER.size()));
        }
        answer.finish();
    }

    @Override
    public void hear(SessionId session, byte[] packet) {}

    @Override
    public void uplink(SessionId session, UplinkFormat format) {}

    @Override
    public void closed(SessionId session) {
        Mouth mouth = open.remove(session);
        if (mouth != null) {
            mouth.close();
        }
    }

    @Override
    public void dismiss(DeviceId device) {}

    @Override
    public int kick(DeviceId device) {
        return 0;
    }

    @Override
    public List<PresentBadge> present() {
        return List.of();
    }

    @Override
    public CompletableFuture<Void> drain() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public int count() {
        return open.size();
    }
}
