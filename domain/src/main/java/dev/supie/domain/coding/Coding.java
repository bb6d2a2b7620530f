package dev.supie.domain.coding;

import dev.supie.domain.coding.log.LogWindow;

import java.time.Instant;

/// The coding of one connection, in one of three states (COD-1):
///
/// ```
///          start, a line            stop, with a model
///   Idle ───────────────▶ Running ─────────────────────▶ Concluding
///    ▲                     │ │ ▲                           │     │
///    ├─ stop, mode change ─┘ │ └────────── start ──────────┘     │
///    │                       └─ lines are taken, and             │
///    │                          insights told                    │
///    └──────────── the summary is told ──────────────────────────┘
/// ```
///
/// It is kept in memory only, and ends with its connection: whoever runs the build has the log. In
/// each state `tickets` is the number of questions asked so far, by which a late answer to an older
/// one is known. Only [CodingDecider] makes new ones.
public sealed interface Coding {

    long tickets();

    /// No run.
    record Idle(long tickets) implements Coding {}

    /// Lines are taken.
    ///
    /// @param told the last advice, which is not told twice
    record Running(Run run, Analysis analysis, Demo demo, Advice told, long tickets)
            implements Coding {

        Running with(Run next) {
            return new Running(next, analysis, demo, told, tickets);
        }

        Running with(Analysis next) {
            return new Running(run, next, demo, told, tickets);
        }

        Running with(Demo next) {
            return new Running(run, analysis, next, told, tickets);
        }
    }

    /// The run is over, and a model writes its summary.
    ///
    /// @param window what the answer must not repeat
    /// @param fallback what is told if no answer comes in time
    /// @param deadline never later than [CodingSettings#SUMMARY_WITHIN] after the stop
    record Concluding(
            String phase,
            LogWindow window,
            Advice fallback,
            Instant begunAt,
            Instant deadline,
            long tickets)
            implements Coding {}

    /// A connection that has not sent anything yet.
    static Coding begun() {
        return new Idle(0);
    }
}
