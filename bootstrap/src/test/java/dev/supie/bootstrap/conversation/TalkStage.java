package dev.supie.bootstrap.conversation;

import dev.supie.adapter.in.badge.BadgeLinks;
import dev.supie.application.conversation.ConversationFeature;
import dev.supie.application.conversation.Conversations;
import dev.supie.application.conversation.port.ModelEvent;
import dev.supie.application.fake.InMemoryMemoryStore;
import dev.supie.application.fake.ScriptedConversationModel;
import dev.supie.application.fake.ScriptedToolbox;
import dev.supie.application.fake.StepExecutor;
import dev.supie.application.fake.ToySpeaking;
import dev.supie.application.fake.VirtualTime;
import dev.supie.application.runtime.Workers;
import dev.supie.application.speaking.Mouths;
import dev.supie.application.speaking.SpeakingFeature;
import dev.supie.application.speaking.SpeakingSettings;
import dev.supie.application.speaking.SpeakingTally;
import dev.supie.domain.connection.TalkPhrases;
import dev.supie.domain.conversation.ConversationSettings;
import dev.supie.domain.conversation.Trouble;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who answers in golden conversations: nobody, unless one sets a key about it; then a model that
/// says what it is told to, and a mouth without a voice.
final class TalkStage {

    static final String SECTION = "conversation.";
    static final String MODEL = "llm_by_mode.chat";

    private static final String GREETING = "conversation.greeting";
    private static final String SAYS = "chat says ";
    private static final String BEGINS = "chat begins ";

    private final Map<String, String> given;
    private final ScriptedConversationModel model = new ScriptedConversationModel();
    private final InMemoryMemoryStore memories = new InMemoryMemoryStore();

    TalkStage(Map<String, String> given) {
        this.given = given;
    }

    Conversations conversations(BadgeLinks links, StepExecutor threads, VirtualTime time) {
        if (given.keySet().stream().noneMatch(TalkStage::isAboutTalking)) {
            return ConversationFeature.mute();
        }
        return ConversationFeature.create(
                        new ConversationFeature.Ports(
                                model,
                                memories,
                                Optional::empty,
                                mouths(links, threads, time),
                                new ScriptedToolbox(),
                                links,
                                threads,
                                time,
                                time,
                                this::settings))
                .conversations();
    }

    static boolean isAboutTalking(String key) {
        return key.startsWith(SECTION) || key.equals(MODEL);
    }

    private static Mouths mouths(BadgeLinks links, StepExecutor threads, VirtualTime time) {
        return SpeakingFeature.create(
                new SpeakingFeature.Ports(
                        links,
                        List.of(),
                        new ToySpeaking(),
                        new Workers(threads, 1),
                        threads,
                        time,
                        time,
                        () -> SpeakingSettings.DEFAULTS,
                        new SpeakingTally()));
    }

    private ConversationSettings settings() {
        ConversationSettings usual = ConversationSettings.DEFAULTS;
        return new ConversationSettings(
                given.containsKey(MODEL),
                Boolean.parseBoolean(given.get(GREETING)),
                TalkPhrases.DEFAULTS,
                ZoneOffset.ofHours(8),
                usual.firstPieceWithin(),
                usual.turnWithin());
    }

    /// Tells the model what to say next; false if the words are about something else.
    boolean obeys(String what) {
        if (what.startsWith(SAYS)) {
            model.answerNext(what.substring(SAYS.length()).split("\\|", -1));
        } else if (what.startsWith(BEGINS)) {
            List<ModelEvent> events = new ArrayList<>();
            for (String piece : what.substring(BEGINS.length()).split("\\|", -1)) {
                events.add(new ModelEvent.Piece(piece));
            }
            model.sayNext(events.toArray(ModelEvent[]::new));
        } else if (what.equals("chat fails")) {
            model.sayNext(new ModelEvent.Failed(Trouble.UNAVAILABLE, "on purpose"));
        } else if (what.equals("chat breaks off")) {
            model.say(new ModelEvent.Failed(Trouble.BROKEN, "on purpose"));
        } else {
            return false;
        }
        return true;
    }
}
