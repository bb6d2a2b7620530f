package dev.supie.domain.connection;

import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.kernel.IdText;

import java.util.List;

/// HS-1: which badge a handshake speaks for.
public sealed interface HandshakeIdentity {

    /// The badge has an id.
    record Identified(DeviceId device, Source source) implements HandshakeIdentity {

        /// Whether the badge named itself in no way at all, which is worth a WARN: it will have
        /// another id the next time.
        public boolean generated() {
            return source == Source.GENERATED;
        }
    }

    /// An id was given that must not be used; 400.
    ///
    /// @param reason for the answer and the log; repeats nothing of what was sent
    record Refused(String reason) implements HandshakeIdentity {}

    /// Where an id was found, in the order in which the places are asked.
    enum Source {
        QUERY,
        HEADER,
        /// There was no device id, so the client id stands for it.
        CLIENT_ID,
        GENERATED
    }

    /// One query parameter or header, undecoded; a repeated one comes as several.
    record Field(String name, String value) {}

    /// The first usable id, asked for in this order: device id in the query, in the headers; client
    /// id in the query, in the headers; `auto-` + `fresh`.
    ///
    /// Names count in any case. The first value that is not empty decides: if it must not be used
    /// the handshake is refused, even if a later place holds a good one, because a badge that names
    /// itself twice must not come under the second name.
    ///
    /// @param fresh eight hexadecimal digits that no other badge has been given
    static HandshakeIdentity of(List<Field> query, List<Field> headers, String fresh) {
        for (IdPlace place : IdPlace.IN_ORDER) {
            List<Field> fields = place.inQuery() ? query : headers;
            switch (firstGiven(place.name(), fields)) {
                case IdText.Usable id -> {
                    return new Identified(new DeviceId(id.value()), place.source());
                }
                case IdText.Refused refused -> {
                    return new Refused(refused.reason());
                }
                case IdText.Absent _ -> {}
            }
        }
        return new Identified(new DeviceId("auto-" + fresh), Source.GENERATED);
    }

    private static IdText firstGiven(String name, List<Field> fields) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(field -> IdText.normalise(field.value()))
                .filter(id -> !(id instanceof IdText.Absent))
                .findFirst()
                .orElseGet(IdText.Absent::new);
    }
}
