package dev.supie.application.speech;

import dev.supie.application.speech.port.UplinkFormat;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.listening.ListenMode;

import java.util.Optional;

/// The hearing of one connection (LIS-1 to LIS-6, LIS-8).
///
/// Safe for use by many threads; no call waits for anything. What is heard and asked is handled in
/// the order of the calls, on threads of its own (MSG-9).
public interface Ear {

    /// A packet came. If more than [Inbox#PACKETS_MAX] wait, the oldest one is dropped, counted,
    /// and concealed when its turn comes.
    void hear(byte[] packet);

    /// The badge begins to listen; false if too many requests wait, and then nothing is done.
    boolean start(ListenMode mode);

    /// The badge has ended listening; false if too many requests wait, and then nothing is done.
    boolean stop();

    /// The badge has understood something by itself; false if too many requests wait.
    boolean detect();

    /// How the packets from here on are made.
    void format(UplinkFormat format);

    /// Whatever comes after this call waits until the gate is opened, because it means something
    /// else in another mode. It takes no thread while it waits.
    Gate hold();

    /// The badge is in another mode: what was heard so far is forgotten (LIS-6), and whoever works
    /// or meets is listened to at once (MODE-3, MTG-1).
    void switchTo(Mode mode);

    /// The connection has ended; nothing more is heard (CON-4).
    ///
    /// @param end whether what was said already is still wanted
    /// @param whenDone runs once nothing more comes from this ear
    void close(End end, Runnable whenDone);

    /// What becomes of what was said just before the end.
    enum End {
        /// It is forgotten.
        FORGET,
        /// It is recognized, within the usual time.
        FINISH
    }

    /// Holds up an ear.
    interface Gate {

        /// For what needs none.
        Gate OPEN = _ -> {};

        /// Lets it go on, in this mode if it is another one. Only the first call counts.
        void open(Optional<Mode> changed);
    }
}
