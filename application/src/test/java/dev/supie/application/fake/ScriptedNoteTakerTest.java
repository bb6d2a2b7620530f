package dev.supie.application.fake;

import dev.supie.application.contract.NoteTakerContract;
import dev.supie.application.conversation.port.NoteTaker;

class ScriptedNoteTakerTest extends NoteTakerContract {

    @Override
    protected NoteTaker saying(String words) {
        return new ScriptedNoteTaker().say(words);
    }

    @Override
    protected NoteTaker babbling() {
        return new ScriptedNoteTaker().saySomethingElse();
    }

    @Override
    protected NoteTaker silent() {
        return babbling();
    }
}
