package dev.supie.domain.tool;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What is known of the tools of one connection's badge (CHAT-3, T28).
///
/// ```
/// Unannounced --hello with features.mcp--> Initializing --answer--> Listing --last page--> Ready
///                                            |     ^                  |                      |
///                                    refused,|     |hello, while      +--refused, too late --+
///                                    too late|     |attempts are left    (with what is known)
///                                            v     |
///                                            Failed
/// ```
///
/// Every state becomes `Ended` with the connection. A badge without `features.mcp` stays
/// `Unannounced`, and is asked nothing.
public sealed interface DeviceTools {

    /// What is known before the badge has said anything.
    static DeviceTools nothingYet() {
        return new Unannounced();
    }

    record Unannounced() implements DeviceTools {}

    /// @param request the id that is waited for; those before it are over
    /// @param attempt counts from 1
    record Initializing(int request, int attempt, Instant due) implements DeviceTools {}

    /// @param cursors that were asked for, to be asked for once
    record Listing(int request, Instant due, Catalogue found, List<String> cursors)
            implements DeviceTools {
        public Listing {
            cursors = List.copyOf(cursors);
        }
    }

    /// @param last id that was used
    /// @param offered by their legal names
    record Ready(int last, SequencedMap<String, DeviceTool> offered, List<OpenCall> open)
            implements DeviceTools {
        public Ready {
            open = List.copyOf(open);
        }
    }

    /// @param last id that was used
    record Failed(int last, int attempts) implements DeviceTools {}

    record Ended() implements DeviceTools {}

    /// When something is to be given up.
    default Optional<Instant> deadline() {
        return switch (this) {
            case Unannounced _, Failed _, Ended _ -> Optional.empty();
            case Initializing initializing -> Optional.of(initializing.due());
            case Listing listing -> Optional.of(listing.due());
            case Ready ready ->
                    ready.open().stream().map(OpenCall::due).min(Comparator.naturalOrder());
        };
    }
}
