package dev.supie.domain.speaking;

import java.time.Duration;

/// The speaking of one answer to one badge (CHAT-1).
///
/// ```
///            a sentence                    all shown and played out
///   Unbegun ───────────▶ Speaking ───────────────────────────────────▶ Over
///      │                    │                                           ▲
///      └────────────────────┴── silenced, the badge is gone, nothing ───┘
///                                to say at all
/// ```
public sealed interface Recital {

    /// How long one packet of sound lasts, as the hello says (CON-1).
    Duration PACKET = Duration.ofMillis(60);

    /// The most packets that `tts.head_start_frames` may ask for (T25).
    int HEAD_START_MAX = 5;

    /// What badges of every version take (T25).
    int HEAD_START_USUAL = 2;

    /// Sentences that may wait to be shown: minutes of talk. One more is not said.
    int SENTENCES_WAITING_MAX = 64;

    /// After the end of the last packet by our clock; the badge is a little behind, and old ones
    /// cut off what they have not played when they are told that it is over.
    Duration TAIL = Duration.ofMillis(60);

    /// A sentence whose sound is later than this after the one before is shown without waiting for
    /// it.
    Duration PATIENCE = Duration.ofMillis(300);

    /// Nothing was said yet, and the badge knows of nothing.
    record Unbegun(int headStart) implements Recital {
        public Unbegun {
            if (headStart < 0 || headStart > HEAD_START_MAX) {
                throw new IllegalArgumentException(
                        "a head start has 0 to " + HEAD_START_MAX + " packets");
            }
        }
    }

    /// The badge was told that it is spoken to.
    ///
    /// @param played packets that were sent
    record Speaking(Beat beat, Way way, Script script, int played) implements Recital {

        Speaking with(Beat changed) {
            return new Speaking(changed, way, script, played);
        }

        Speaking with(Way changed) {
            return new Speaking(beat, changed, script, played);
        }

        Speaking with(Script changed) {
            return new Speaking(beat, way, changed, played);
        }

        /// The next packet is on its way.
        Speaking packetSent() {
            return new Speaking(beat, Way.BUSY, script.onePlayed(), played + 1);
        }
    }

    /// Nothing more happens.
    record Over() implements Recital {}

    /// Whether a packet may go to the badge.
    enum Way {
        /// The badge does not know yet that there will be sound.
        CLOSED,
        FREE,
        /// A packet was sent and is not written: a badge that is behind must not get a burst later.
        BUSY
    }
}
