package dev.supie.adapter.in.http;

import dev.supie.domain.kernel.IdText;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which badge asks (HS-1): the query before the headers, the first name that holds anything.
///
/// Unlike at the handshake, a client id does not stand in for a missing device id (T03).
final class OtaIdentity {

    private static final List<String> QUERY_NAMES = List.of("device-id", "device_id");
    private static final List<HeaderName> HEADER_NAMES =
            Stream.of("device-id", "device_id", "x-device-id", "x-device_id", "x_device_id")
                    .map(HeaderNames::create)
                    .toList();

    private OtaIdentity() {}

    static IdText of(ServerRequest request) {
        var parameters = QueryParameters.of(request.query().rawValue());
        Stream<String> inQuery =
                QUERY_NAMES.stream().map(parameters::text).flatMap(Optional::stream);
        Stream<String> inHeaders =
                HEADER_NAMES.stream()
                        .map(name -> request.headers().first(name))
                        .flatMap(Optional::stream);
        return Stream.concat(inQuery, inHeaders)
                .map(IdText::normalise)
                .filter(id -> !(id instanceof IdText.Absent))
                .findFirst()
                .orElseGet(IdText.Absent::new);
    }
}
