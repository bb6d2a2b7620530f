package dev.supie.adapter.in.http;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;

/// `/supie/admin/…` but for the badges that are let in ([DeviceRouting]): the gate, then the
/// administration, then a note of what was changed, then the envelope of REST-1. No other origin is
/// ever allowed here.
final class AdminRouting implements HttpService {

    static final String PATH = "/supie/admin";

    private final AdminHandlers handlers;
    private final ServerAdministration administration;

    AdminRouting(AdminHandlers handlers, ServerAdministration administration) {
        this.handlers = handlers;
        this.administration = administration;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/server[/]", handlers.reading(_ -> administration.server()))
                .get("/devices/online[/]", handlers.listing(administration::online))
                .post("/devices/kick[/]", handlers.changing("kick", administration::kick))
                .get("/meetings/running[/]", handlers.listing(administration::meetings))
                .get("/queues[/]", handlers.listing(administration::queues))
                .post("/queues/purge[/]", handlers.changing("purge", administration::purge))
                .get("/backup[/]", handlers.reading(this::backup))
                .get("/log-level[/]", handlers.listing(administration::level))
                .post(
                        "/log-level[/]",
                        handlers.changing(
                                "log-level",
                                administration::changeLevel,
                                AdminRouting::loggerAndLevel));
    }

    /// It changes nothing, but whoever has it has every secret. So it is noted, and a browser that
    /// somebody has signed in with is not enough: a page could take the token out of it.
    private Answer backup(ServerRequest request) {
        return handlers.audited()
                .change(
                        request,
                        "backup",
                        () ->
                                PresentedTokens.any(request.headers())
                                        ? administration.backup()
                                        : new Answer.Forbidden(
                                                "a backup needs the admin token itself"),
                        _ -> "");
    }

    private static String loggerAndLevel(String body, Answer answer) {
        return answer instanceof Answer.Found(LogLevelBody(String logger, String level))
                ? logger + "=" + level
                : "";
    }
}
