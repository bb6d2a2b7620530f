package dev.supie.adapter.out.speech.remote;

import dev.supie.adapter.out.service.CallFailure;
import dev.supie.adapter.out.service.ServiceBreaker;

import org.jspecify.annotations.Nullable;

import java.net.http.WebSocket;
import java.util.concurrent.locks.ReentrantLock;

/// One try to have an utterance recognized: a connection, what goes out on it and what comes in.
///
/// The lock of the stream guards it; whoever calls holds it, and the stream is called with it held.
/// After [#close], and after it has told of trouble, it says nothing more.
final class FunAsrConnection implements FunAsrSocket.Incoming {

    /// Who is told what becomes of it.
    interface Owner {

        void heard(String message);

        /// It answers our ping.
        void alive();

        /// Everything has been handed over.
        void endSent();

        /// Nothing more will come.
        void trouble(CallFailure failure);
    }

    private final FunAsrSocket sockets;
    private final ServiceBreaker breaker;
    private final FunAsrUplink uplink;
    private final ReentrantLock lock;
    private final Owner owner;
    private boolean over;

    /// @param start the first message
    FunAsrConnection(
            FunAsrRecognizer recognizer,
            String start,
            SoundBytes sound,
            ReentrantLock lock,
            Owner owner) {
        this.sockets = recognizer.sockets();
        this.breaker = recognizer.breaker();
        this.lock = lock;
        this.owner = owner;
        this.uplink = new FunAsrUplink(start, sound, lock, new Sending());
    }

    /// Begins to connect.
    ///
    /// @throws CallFailure if the service failed too often
    @SuppressWarnings("FutureReturnValueIgnored") // What it completes with goes to connected().
    void open() throws CallFailure {
        long started = breaker.permitted();
        sockets.connect(this)
                .whenComplete((socket, failure) -> connected(started, socket, failure));
    }

    private void connected(long started, @Nullable WebSocket socket, @Nullable Throwable failure) {
        if (socket == null) {
            CallFailure trouble = FunAsrSocket.failure(failure);
            breaker.failed(started, trouble);
            lost(trouble);
            return;
        }
        breaker.succeeded(started);
        lock.lock();
        try {
            if (over) {
                socket.abort();
            } else {
                uplink.use(socket);
            }
        } finally {
            lock.unlock();
        }
    }

    /// There is more sound.
    void more() {
        uplink.pump();
    }

    /// There will be no more sound.
    void finish() {
        uplink.finish();
    }

    void close() {
        over = true;
        uplink.close();
    }

    @Override
    public void message(String text) {
        unlessOver(() -> owner.heard(text));
    }

    @Override
    public void alive() {
        unlessOver(owner::alive);
    }

    @Override
    public void lost(CallFailure failure) {
        unlessOver(
                () -> {
                    close();
                    owner.trouble(failure);
                });
    }

    private void unlessOver(Runnable step) {
        lock.lock();
        try {
            if (!over) {
                step.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private final class Sending implements FunAsrUplink.Progress {

        @Override
        public void endSent() {
            unlessOver(owner::endSent);
        }

        @Override
        public void broken(Throwable failure) {
            lost(FunAsrSocket.failure(failure));
        }
    }
}
