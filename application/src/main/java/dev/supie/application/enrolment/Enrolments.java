package dev.supie.application.enrolment;

import dev.supie.application.enrolment.port.DeviceQuery;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.enrolment.ActivationCode;
import dev.supie.domain.enrolment.Challenge;
import dev.supie.domain.enrolment.Enrolment;
import dev.supie.domain.kernel.DeviceId;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which badges are let in (OTA-1, T06): what badges ask, what their connections present, and what
/// administrators decide.
///
/// Under `server.enrolment: open` nobody is kept out and no token is given. Safe for use by many
/// threads. Every method may wait for the store and throw [StoreException].
public interface Enrolments {

    /// A badge asks for its server. Whoever is new begins to wait.
    Standing ask(Question question);

    /// A badge that waits asks whether it is let in. Asking changes nothing.
    Progress progress(Question question, Optional<SerialProof> proof);

    /// Whether a connection may be opened for a device id.
    Passage passage(DeviceId device, Optional<String> token);

    /// A page of everybody who is known; who asks no more is left out.
    List<Enrolment> list(Set<DeviceQuery.Phase> phases, long offset, int limit);

    /// Lets a badge in. Repeating it is harmless.
    Outcome approve(Choice choice);

    /// Turns badges away that wait.
    Outcome reject(Choice choice);

    /// Turns away everybody who is known under a device id, and closes its connection.
    Outcome revoke(DeviceId device);

    /// Who asks.
    ///
    /// @param clientId what firmware made up for itself; empty if it gave none
    /// @param about what it says of itself, for the administrator; at most [#ABOUT_MAX] characters
    ///   of it are kept
    record Question(DeviceId device, String clientId, String about) {

        public static final int ABOUT_MAX = 120;

        public Question {
            if (about.length() > ABOUT_MAX) {
                about = about.substring(0, ABOUT_MAX);
            }
        }

        /// Leaves the client id out: whoever knows it is told the badge's token.
        @Override
        public String toString() {
            return "Question[" + device + "]";
        }
    }

    /// What a badge with a serial number signs (T07).
    record SerialProof(String serialNumber, String challenge, String hmac) {}

    /// What a badge that asks is told.
    sealed interface Standing {

        /// Everybody is let in, without a token.
        record Open() implements Standing {}

        /// It is let in with this token.
        record Admitted(String token) implements Standing {
            @Override
            public String toString() {
                return "Admitted[***]";
            }
        }

        /// It must show the code and wait.
        record Waiting(ActivationCode code, Challenge challenge) implements Standing {}

        /// An administrator has said no.
        record Refused() implements Standing {}

        /// It names no client id, so it could not be told from somebody else with its device id.
        record Nameless() implements Standing {}

        /// Too many are waiting; it may ask again later.
        record Full() implements Standing {}
    }

    /// How far a badge that waits has come.
    enum Progress {
        /// It is let in and may ask for its token.
        DONE,
        WAITING,
        REFUSED,
        /// What it signed was not signed with its key.
        FORGED
    }

    /// Whether a connection may be opened.
    enum Passage {
        /// Everybody may.
        OPEN,
        ADMITTED,
        NO_TOKEN,
        WRONG_TOKEN,
        /// The token is good, but for another badge.
        TOKEN_OF_ANOTHER,
        REVOKED
    }

    /// Whom an administrator means.
    sealed interface Choice {

        /// The badge that shows this code.
        record Code(ActivationCode code) implements Choice {}

        /// The badge with this id.
        record Device(DeviceId device) implements Choice {}
    }

    /// What came of an administrator's decision.
    sealed interface Outcome {

        /// Done, or it was so already.
        record Done(List<Enrolment> now) implements Outcome {
            public Done {
                now = List.copyOf(now);
            }
        }

        /// Nobody of that description is known.
        record Nobody() implements Outcome {}

        /// Several badges claim the id; only their codes tell them apart.
        record Several() implements Outcome {}
    }
}
