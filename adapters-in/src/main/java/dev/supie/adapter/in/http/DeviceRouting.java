package dev.supie.adapter.in.http;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/// `/supie/admin/devices…` (OTA-1): the gate, then the administration, then a note of what was
/// changed, then the envelope of REST-1. No other origin is ever allowed here.
final class DeviceRouting implements HttpService {

    static final String PATH = "/supie/admin/devices";

    private final AdminHandlers handlers;
    private final DeviceAdministration administration;

    DeviceRouting(AdminHandlers handlers, DeviceAdministration administration) {
        this.handlers = handlers;
        this.administration = administration;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("[/]", handlers.listing(administration::list))
                .post("/approve[/]", handlers.changing("approve", administration::approve))
                .post("/reject[/]", handlers.changing("reject", administration::reject))
                .post("/revoke[/]", handlers.changing("revoke", administration::revoke))
                .post("/forget[/]", handlers.changing("forget", administration::forget));
    }
}
