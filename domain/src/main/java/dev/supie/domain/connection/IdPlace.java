package dev.supie.domain.connection;

import dev.supie.domain.connection.HandshakeIdentity.Source;

import java.util.ArrayList;
import java.util.List;

/// One place of a handshake in which HS-1 looks for an id.
///
/// @param inQuery whether it is a query parameter; a header otherwise
record IdPlace(boolean inQuery, String name, Source source) {

    static final List<IdPlace> IN_ORDER = inOrder();

    private static List<IdPlace> inOrder() {
        List<String> device = List.of("device-id", "device_id");
        List<String> client = List.of("client-id", "client_id");
        List<IdPlace> places = new ArrayList<>();
        device.forEach(name -> places.add(new IdPlace(true, name, Source.QUERY)));
        device.forEach(name -> places.add(new IdPlace(false, name, Source.HEADER)));
        device.forEach(name -> places.add(new IdPlace(false, "x-" + name, Source.HEADER)));
        client.forEach(name -> places.add(new IdPlace(true, name, Source.CLIENT_ID)));
        client.forEach(name -> places.add(new IdPlace(false, name, Source.CLIENT_ID)));
        client.forEach(name -> places.add(new IdPlace(false, "x-" + name, Source.CLIENT_ID)));
        return List.copyOf(places);
    }
}
