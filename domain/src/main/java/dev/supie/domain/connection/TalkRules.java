package dev.supie.domain.connection;

/// What is said to the badge itself (CHAT-2), and where what is said is answered.
///
/// @param inMeetings whether also in a meeting, besides becoming a snippet there (MTG-1): not
///   `meeting.disable_chat_on_snippet`
public record TalkRules(TalkPhrases phrases, boolean inMeetings) {

    public static final TalkRules DEFAULTS = new TalkRules(TalkPhrases.DEFAULTS, false);
}
