package dev.supie.domain.peer;

import java.util.List;

/// A peer message as it was sent (PEER-1): fields of the right kind, with anything in them. What a
/// sender left out is empty.
///
/// @param to ids of badges, or `broadcast`
/// @param category what the sender says it is
/// @param locale of the context
/// @param contextCategory of the context; counts if there is no other
public record PeerRequest(
        String mid,
        List<String> to,
        String category,
        Lifetime lifetime,
        String text,
        String locale,
        String contextCategory) {

    public PeerRequest {
        to = List.copyOf(to);
    }
}
