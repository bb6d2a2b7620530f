package dev.supie.bootstrap.server;

import dev.supie.adapter.in.badge.BadgeLinks;
import dev.supie.application.coding.Codings;
import dev.supie.application.connection.ConnectionFeature;
import dev.supie.application.connection.Connections;
import dev.supie.application.conversation.Conversations;
import dev.supie.application.meeting.MeetingFeature;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.runtime.Workers;
import dev.supie.application.server.StatsSource;
import dev.supie.application.task.Tasks;
import dev.supie.application.tool.BadgeTools;
import dev.supie.bootstrap.config.EnrolmentConfig;
import dev.supie.bootstrap.config.IdleConfig;
import dev.supie.bootstrap.config.PhrasesConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.rules.TalkingRules;
import dev.supie.bootstrap.rules.TaskRules;
import dev.supie.bootstrap.summary.MeetingRules;
import dev.supie.bootstrap.summary.SummarizerWiring;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.connection.JoinPhrases;
import dev.supie.domain.connection.ModePhrases;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.server.StatsToAll;
import dev.supie.domain.task.voice.VoiceGrammar;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Puts the features round the domain together.
record CoreWiring(
        SupieConfig config,
        MeetingStore store,
        Tasks tasks,
        Peers peers,
        Codings codings,
        Conversations conversations,
        BadgeTools tools,
        SummarizerWiring summarizers,
        SpeechWiring speech,
        BadgeLinks links,
        InstantSource time,
        SystemAlarms alarms,
        Background background) {

    /// Badges' connections, and the meetings that they have.
    record Core(Connections connections, Meetings meetings) {}

    Core core() {
        AtomicReference<Meetings> made = new AtomicReference<>();
        Connections connections =
                connections(
                        watch -> {
                            made.set(meetings(watch));
                            return made.get();
                        });
        return new Core(connections, made.get());
    }

    private Connections connections(Function<FinalizingWatch, Meetings> meetings) {
        ConnectionSettings settings = settings();
        ConnectionFeature.Ports ports =
                new ConnectionFeature.Ports(
                        links,
                        background,
                        alarms,
                        time,
                        speech.ears(alarms, time),
                        () -> new SessionId(UUID.randomUUID().toString()),
                        Capacity.ofThisProcess().badges(config.server().maxConnections()),
                        () -> settings,
                        this::duplicates);
        StatsToAll statsToAll = config.server().statsToAll();
        return ConnectionFeature.create(
                ports,
                new ConnectionFeature.Features(
                        meetings,
                        tasks,
                        peers,
                        codings,
                        conversations,
                        tools,
                        new StatsSource(new JdkMachineLoad(), () -> statsToAll)));
    }

    private DuplicateSettings duplicates() {
        boolean proven =
                config.access().auth().enabled()
                        || config.enrolment().policy() == EnrolmentConfig.Policy.APPROVE;
        return new DuplicateSettings(config.server().duplicatePolicy(), proven);
    }

    private Meetings meetings(FinalizingWatch watch) {
        MeetingSettings settings = MeetingRules.of(config.meeting(), summarizers.timeLimit());
        MeetingFeature.Ports ports =
                new MeetingFeature.Ports(
                        store,
                        links,
                        summarizers.configured(),
                        summarizers.fallback(),
                        new Workers(background, config.meeting().workers()),
                        background,
                        alarms,
                        time,
                        () -> new MeetingId(UUID.randomUUID().toString()),
                        () -> settings,
                        MeetingRules.targetLanguage(config.meeting()),
                        sharing());
        Meetings meetings = MeetingFeature.create(ports, watch);
        // Before the listeners open, so that a badge that returns finds its meeting running.
        meetings.recover();
        return meetings;
    }

    private MeetingFeature.Sharing sharing() {
        SecureRandom random = new SecureRandom();
        return new MeetingFeature.Sharing(
                () -> JoinCode.of(random.nextInt(JoinCode.COUNT)),
                Teammates.of(
                        config.meeting().joining(),
                        TaskRules.of(config)::groupOf,
                        config.workflow().aliases()));
    }

    private ConnectionSettings settings() {
        IdleConfig idle = config.idle();
        PhrasesConfig phrases = config.phrases();
        return new ConnectionSettings(
                idle.noVoiceLimit(),
                idle.meetingMultiplier(),
                idle.workingMultiplier(),
                idle.idleWarning(),
                idle.timeoutWarning(),
                ModePhrases.of(phrases.byMode()),
                JoinPhrases.of(phrases.joining()),
                new VoiceGrammar(config.workflow().phrases()),
                TalkingRules.of(config.conversation(), config.meeting().answered()));
    }
}
