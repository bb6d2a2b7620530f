package dev.supie.application.fake;

import dev.supie.application.contract.StructurerContract;
import dev.supie.application.peer.port.Structurer;
import dev.supie.domain.peer.Normalized;

class ScriptedStructurerTest extends StructurerContract {

    @Override
    protected Structurer saying(Words words) {
        return new ScriptedStructurer()
                .say(
                        words.category(),
                        words.summary(),
                        Normalized.of(
                                words.title(), words.priority(), words.due(), words.assignees()));
    }

    @Override
    protected Structurer babbling() {
        return new ScriptedStructurer().saySomethingElse();
    }

    @Override
    protected Structurer silent() {
        return babbling();
    }
}
