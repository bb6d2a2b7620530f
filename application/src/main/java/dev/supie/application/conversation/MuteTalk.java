package dev.supie.application.conversation;

import dev.supie.domain.connection.Mode;

/// Takes everything, and says nothing.
final class MuteTalk implements Talk {

    @Override
    public boolean said(String text, Mode mode) {
        return true;
    }

    @Override
    public void abort() {}

    @Override
    public void voiceHeard() {}

    @Override
    public void hush() {}

    @Override
    public void close() {}
}
