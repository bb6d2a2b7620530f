package dev.supie.bootstrap.server;

import dev.supie.adapter.in.badge.BadgeLinks;
import dev.supie.adapter.out.llm.ExtractiveSummarizer;
import dev.supie.application.coding.Codings;
import dev.supie.application.connection.ConnectionFeature;
import dev.supie.application.connection.Connections;
import dev.supie.application.conversation.Conversations;
import dev.supie.application.meeting.MeetingFeature;
import dev.supie.application.meeting.Meetings;
import dev.supie.application.meeting.Showing;
import dev.supie.application.meeting.port.FinalizingWatch;
import dev.supie.application.meeting.port.MeetingStore;
import dev.supie.application.meeting.port.Summarizer;
import dev.supie.application.peer.Peers;
import dev.supie.application.runtime.SystemAlarms;
import dev.supie.application.runtime.Workers;
import dev.supie.application.server.ServerControl;
import dev.supie.application.server.StatsSource;
import dev.supie.application.task.Tasks;
import dev.supie.application.tool.BadgeTools;
import dev.supie.bootstrap.config.EnrolmentConfig;
import dev.supie.bootstrap.config.IdleConfig;
import dev.supie.bootstrap.config.PhrasesConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.bootstrap.reload.LiveConfig;
import dev.supie.bootstrap.rules.TalkingRules;
import dev.supie.bootstrap.rules.TaskRules;
import dev.supie.bootstrap.summary.MeetingRules;
import dev.supie.domain.connection.ConnectionSettings;
import dev.supie.domain.connection.DuplicateSettings;
import dev.supie.domain.connection.JoinPhrases;
import dev.supie.domain.connection.ModePhrases;
import dev.supie.domain.kernel.SessionId;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.MeetingSettings;
import dev.supie.domain.task.voice.VoiceGrammar;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Puts the features round the domain together.
record CoreWiring(
        LiveConfig config,
        MeetingStore store,
        Tasks tasks,
        Peers peers,
        Codings codings,
        Conversations conversations,
        BadgeTools tools,
        ServerControl control,
        Summarizer summarizer,
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
                            Meetings meetings = meetings(watch);
                            made.set(meetings);
                            return meetings;
                        });
        // Connections make their meetings when they are made themselves.
        return new Core(connections, Objects.requireNonNull(made.get()));
    }

    private Connections connections(Function<FinalizingWatch, Meetings> meetings) {
        ConnectionFeature.Ports ports =
                new ConnectionFeature.Ports(
                        links,
                        background,
                        alarms,
                        time,
                        speech.ears(config, alarms, time),
                        () -> new SessionId(UUID.randomUUID().toString()),
                        Capacity.ofThisProcess().badges(config.get().server().maxConnections()),
                        config.view(CoreWiring::settings),
                        config.view(CoreWiring::duplicates));
        return ConnectionFeature.create(
                ports,
                new ConnectionFeature.Features(
                        meetings,
                        tasks,
                        peers,
                        codings,
                        conversations,
                        tools,
                        new StatsSource(
                                new JdkMachineLoad(), () -> config.get().server().statsToAll()),
                        Optional.of(control)));
    }

    private static DuplicateSettings duplicates(SupieConfig config) {
        boolean proven =
                config.access().auth().enabled()
                        || config.enrolment().policy() == EnrolmentConfig.Policy.APPROVE;
        return new DuplicateSettings(config.server().duplicatePolicy(), proven);
    }

    private Meetings meetings(FinalizingWatch watch) {
        MeetingFeature.Ports ports =
                new MeetingFeature.Ports(
                        store,
                        links,
                        summarizer,
                        new ExtractiveSummarizer(),
                        new Workers(background, config.get().meeting().workers()),
                        background,
                        alarms,
                        time,
                        () -> new MeetingId(UUID.randomUUID().toString()),
                        config.view(CoreWiring::meetingSettings),
                        MeetingRules.targetLanguage(config.get().meeting()),
                        sharing());
        Meetings meetings = MeetingFeature.create(ports, watch);
        // Before the listeners open, so that a badge that returns finds its meeting running.
        meetings.recover();
        return meetings;
    }

    private static MeetingSettings meetingSettings(SupieConfig config) {
        return MeetingRules.of(config.meeting(), LiveSummarizer.writer(config).timeLimit());
    }

    private MeetingFeature.Sharing sharing() {
        SecureRandom random = new SecureRandom();
        return new MeetingFeature.Sharing(
                () -> JoinCode.of(random.nextInt(JoinCode.COUNT)),
                new LiveTeammates(config.view(Teammates::of)),
                config.view(CoreWiring::showing));
    }

    private static Showing showing(SupieConfig config) {
        return new Showing(
                MeetingRules.broadcast(config.meeting().showing()), TaskRules.of(config)::groupOf);
    }

    private static ConnectionSettings settings(SupieConfig config) {
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
