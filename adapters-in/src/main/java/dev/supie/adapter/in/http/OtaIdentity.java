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

    private static final Names DEVICE = Names.of("device-id", "device_id");
    private static final Names CLIENT = Names.of("client-id", "client_id");

    /// Where to look, in this order.
    private record Names(List<String> inQuery, List<HeaderName> inHeaders) {

        static Names of(String hyphened, String underscored) {
            List<String> headers =
                    List.of(
                            hyphened,
                            underscored,
                            "x-" + hyphened,
                            "x-" + underscored,
                            "x_" + underscored);
            return new Names(
                    List.of(hyphened, underscored),
                    headers.stream().map(HeaderNames::create).toList());
        }
    }

    private OtaIdentity() {}

    static IdText device(ServerRequest request) {
        return first(DEVICE, request);
    }

    static IdText client(ServerRequest request) {
        return first(CLIENT, request);
    }

    private static IdText first(Names names, ServerRequest request) {
        var parameters = QueryParameters.of(request.query().rawValue());
        Stream<String> inQuery =
                names.inQuery().stream().map(parameters::text).flatMap(Optional::stream);
        Stream<String> inHeaders =
                names.inHeaders().stream()
                        .map(name -> request.headers().first(name))
                        .flatMap(Optional::stream);
        return Stream.concat(inQuery, inHeaders)
                .map(IdText::normalise)
                .filter(id -> !(id instanceof IdText.Absent))
                .findFirst()
                .orElseGet(IdText.Absent::new);
    }
}
