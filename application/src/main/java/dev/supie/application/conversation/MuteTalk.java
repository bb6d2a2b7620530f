package dev.supie.application.conversation;

/// Takes everything, and says nothing.
final class MuteTalk implements Talk {

    @Override
    public boolean said(String text) {
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
