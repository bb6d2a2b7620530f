package dev.supie.domain.listening;

import java.time.Instant;

/// The picking up of what a badge hears, in one of three states (LIS-1):
///
/// ```
///                start                    stop
///      Idle ─────────────▶ Listening ─────────────▶ Finalizing
///       ▲                   │  │  ▲ ▲                │     │
///       │ stop, with no text│  └──┘ └──── start ─────┘     │
///       ├───── awaited ─────┘ a pause or 60 s ends         │
///       │                     a piece, listening goes on   │
///       └───── the last text, failure or time-out ─────────┘
/// ```
///
/// Only [PickupDecider] makes new ones.
public sealed interface Pickup {

    /// Nobody listens; the last moment of sound is kept, in case somebody is about to.
    record Idle(Diary diary) implements Pickup {}

    /// Sound is listened to.
    ///
    /// @param awaited pieces that have ended already
    record Listening(Diary diary, ListenMode mode, Segment segment, Awaited awaited)
            implements Pickup {

        Listening with(Segment next) {
            return new Listening(diary, mode, next, awaited);
        }

        Listening with(Diary next) {
            return new Listening(next, mode, segment, awaited);
        }

        Listening with(Awaited next) {
            return new Listening(diary, mode, segment, next);
        }
    }

    /// The badge has ended; texts are still waited for.
    ///
    /// @param awaited not empty
    record Finalizing(Diary diary, Awaited awaited) implements Pickup {
        public Finalizing {
            if (awaited.isEmpty()) {
                throw new IllegalArgumentException("nothing to wait for");
            }
        }
    }

    /// A connection on which nothing was heard yet.
    static Pickup begun(Instant now) {
        return new Idle(new Diary(new Boundary(Boundary.Kind.NONE, now), 0));
    }
}
