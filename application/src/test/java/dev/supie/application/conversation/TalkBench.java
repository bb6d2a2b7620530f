package dev.supie.application.conversation;

import dev.supie.application.conversation.port.NoteTaker;
import dev.supie.application.fake.InMemoryMemoryStore;
import dev.supie.application.fake.RecordingBadgeLink;
import dev.supie.application.fake.RecordingMouths;
import dev.supie.application.fake.ScriptedConversationModel;
import dev.supie.application.fake.ScriptedNoteTaker;
import dev.supie.application.fake.ScriptedToolbox;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.VirtualTime;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.TalkPhrases;
import dev.supie.domain.conversation.ConversationSettings;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.SessionId;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The conversation feature over fakes, on virtual time.
final class TalkBench {

    final VirtualTime time = new VirtualTime(Instant.parse("2026-11-21T09:00:00Z"));
    final StepExecutor threads = new StepExecutor();
    final RecordingBadgeLink link = new RecordingBadgeLink(time, threads);
    final ScriptedConversationModel model = new ScriptedConversationModel();
    final RecordingMouths mouths = new RecordingMouths(threads);
    final ScriptedToolbox toolbox = new ScriptedToolbox();
    final InMemoryMemoryStore store = new InMemoryMemoryStore();
    final ScriptedNoteTaker noteTaker = new ScriptedNoteTaker();
    final ConversationFeature.Both feature;

    TalkBench(boolean withModel) {
        ConversationSettings settings =
                new ConversationSettings(
                        withModel,
                        false,
                        TalkPhrases.DEFAULTS,
                        ZoneOffset.ofHours(8),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(60));
        feature =
                ConversationFeature.create(
                        new ConversationFeature.Ports(
                                model,
                                store,
                                () -> Optional.<NoteTaker>of(noteTaker).filter(_ -> withModel),
                                mouths,
                                toolbox,
                                link,
                                threads,
                                time,
                                time,
                                () -> settings));
    }

    Badge badge(int number) {
        return new Badge(new DeviceId("aa:" + number), new SessionId("session-" + number));
    }

    /// A badge whose wearer talks; it remembers what its connection was told.
    final class Badge implements TalkListener {

        final DeviceId device;
        final SessionId session;
        final List<String> told = new ArrayList<>();
        final Talk talk;

        Badge(DeviceId device, SessionId session) {
            this.device = device;
            this.session = session;
            link.connect(session);
            this.talk = feature.conversations().open(device, session, this);
        }

        Badge says(String text) {
            talk.said(text, Mode.CHAT);
            threads.runAll();
            return this;
        }

        List<String> heard() {
            threads.runAll();
            return mouths.heard(session);
        }

        @Override
        public void speaking() {
            told.add("speaking");
        }

        @Override
        public void quiet() {
            told.add("quiet");
        }

        @Override
        public void leave() {
            told.add("leave");
        }
    }
}
