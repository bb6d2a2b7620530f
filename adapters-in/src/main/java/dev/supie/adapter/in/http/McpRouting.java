package dev.supie.adapter.in.http;

import dev.supie.adapter.in.mcp.McpAnswer;
import dev.supie.adapter.in.mcp.McpServer;
import dev.supie.adapter.in.mcp.McpVisitor;
import dev.supie.application.tool.Caller;
import dev.supie.application.tool.Toolbox;
import dev.supie.domain.kernel.DeviceId;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/supie/mcp`: our tools for people's assistants, by the Streamable HTTP transport of the Model
/// Context Protocol. Answers are JSON and never a stream, and there are no sessions, so only POST
/// means anything.
final class McpRouting implements HttpService {

    static final String PATH = "/supie/mcp";

    /// As a text message of a badge (MSG-2).
    static final int BODY_BYTES_MAX = 64 * 1024;

    /// As whom somebody asks who names no badge: it can be given a group, an alias and permissions
    /// in the configuration, as if it were one.
    static final DeviceId ASSISTANT = new DeviceId("assistant");

    private static final HeaderName VERSION = HeaderNames.create("MCP-Protocol-Version");
    private static final String JSON = "application/json";

    private final McpOrigins origins;
    private final McpGate gate;
    private final McpServer server;

    McpRouting(McpOrigins origins, McpGate gate, McpServer server) {
        this.origins = origins;
        this.gate = gate;
        this.server = server;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("[/]", this::post);
    }

    /// For every other method: no stream is offered, and no session can be ended.
    static void otherMethod(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.ALLOW, "POST");
        ErrorReply.send(request, response, Status.METHOD_NOT_ALLOWED_405);
    }

    private void post(ServerRequest request, ServerResponse response) {
        if (!origins.allow(request.headers())) {
            AnswerReply.send(
                    response,
                    new Answer.Forbidden(
                            "pages of this origin may not use tools; see server.allowed_origins"));
            return;
        }
        switch (gate.enter(request)) {
            case McpGate.Entry.Refused(Answer answer) -> AnswerReply.send(response, answer);
            case McpGate.Entry.Admitted(Toolbox toolbox) -> answer(request, response, toolbox);
        }
    }

    private void answer(ServerRequest request, ServerResponse response, Toolbox toolbox) {
        if (!says(request, HeaderNames.CONTENT_TYPE, JSON)) {
            ErrorReply.send(request, response, Status.UNSUPPORTED_MEDIA_TYPE_415);
            return;
        }
        if (!accepts(request)) {
            ErrorReply.send(request, response, Status.NOT_ACCEPTABLE_406);
            return;
        }
        QueryParameters parameters = QueryParameters.of(request.query().rawValue());
        DeviceId caller = parameters.device("deviceId").orElse(ASSISTANT);
        if (!parameters.problems().isEmpty()) {
            AnswerReply.send(response, new Answer.Wrong(parameters.problems()));
            return;
        }
        McpVisitor visitor = new McpVisitor(toolbox, new Caller(caller, Optional.empty()));
        switch (BoundedBody.read(request, BODY_BYTES_MAX)) {
            case BoundedBody.TooLarge _ ->
                    AnswerReply.send(response, new Answer.TooLarge(BODY_BYTES_MAX));
            case BoundedBody.Complete(String body) ->
                    send(response, server.answer(visitor, version(request), body));
        }
    }

    private static Optional<String> version(ServerRequest request) {
        return request.headers().first(VERSION).map(String::strip);
    }

    /// Whoever does not say what it takes takes everything.
    private static boolean accepts(ServerRequest request) {
        return !request.headers().contains(HeaderNames.ACCEPT)
                || says(request, HeaderNames.ACCEPT, JSON)
                || says(request, HeaderNames.ACCEPT, "application/*")
                || says(request, HeaderNames.ACCEPT, "*/*");
    }

    private static boolean says(ServerRequest request, HeaderName header, String type) {
        return request.headers().all(header, List::of).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(type));
    }

    private static void send(ServerResponse response, McpAnswer answer) {
        switch (answer) {
            case McpAnswer.Replied(String json) -> send(response, Status.OK_200, json);
            case McpAnswer.Accepted _ -> response.status(Status.ACCEPTED_202).send();
            case McpAnswer.Refused(String json) -> send(response, Status.BAD_REQUEST_400, json);
        }
    }

    private static void send(ServerResponse response, Status status, String json) {
        response.status(status)
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .send(json.getBytes(StandardCharsets.UTF_8));
    }
}
