package dev.supie.adapter.in.http;

import dev.supie.adapter.in.form.TextForm;
import dev.supie.adapter.in.http.Sessions.Role;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.Locale;
import java.util.Optional;

/// `/supie/admin/session`: signing in at the console with a token, and out again. A token is
/// presented once; afterwards the browser has a cookie that no script can read.
final class SessionRouting implements HttpService {

    static final String PATH = "/supie/admin/session";

    private static final int BODY_BYTES_MAX = 8 * 1024;

    private static final TextForm<String> TOKEN =
            new TextForm<>("string", text -> Optional.of(text.strip()));

    private final AdminGate administrators;
    private final Optional<AccessToken> readers;

    /// @param readers the token that reads meetings; without one everybody may
    SessionRouting(AdminGate administrators, Optional<AccessToken> readers) {
        this.administrators = administrators;
        this.readers = readers;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("[/]", this::tell).post("[/]", this::signIn).delete("[/]", this::signOut);
    }

    /// Who asks: nobody in particular is no error, because the console asks before anybody has
    /// signed in.
    private void tell(ServerRequest request, ServerResponse response) {
        AnswerReply.send(response, told(administrators.role(request)));
    }

    private Answer told(Optional<Role> role) {
        return new Answer.Found(
                new SessionBody(
                        role.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("nobody"),
                        readers.isEmpty()));
    }

    private void signIn(ServerRequest request, ServerResponse response) {
        Answer answer =
                switch (BoundedBody.read(request, BODY_BYTES_MAX)) {
                    case BoundedBody.TooLarge _ -> new Answer.TooLarge(BODY_BYTES_MAX);
                    case BoundedBody.Complete(String body) ->
                            JsonFields.read(body, fields -> signIn(fields, request, response));
                };
        AnswerReply.send(response, answer);
    }

    private Answer signIn(JsonFields fields, ServerRequest request, ServerResponse response) {
        Optional<String> token = fields.required("token", TOKEN);
        if (token.isEmpty()) {
            return new Answer.Wrong(fields.problems());
        }
        if (!SessionCookie.isFromOurPage(request)) {
            return new Answer.Forbidden("only a page of this server may sign in");
        }
        return switch (administrators.signIn(request, token.get(), readers)) {
            case AdminGate.Entry.Refused(Answer refusal) -> refusal;
            case AdminGate.Entry.Granted(String session, Role role) -> {
                response.header(SessionCookie.given(session, request.isSecure()));
                yield told(Optional.of(role));
            }
        };
    }

    private void signOut(ServerRequest request, ServerResponse response) {
        if (!SessionCookie.isFromOurPage(request)) {
            AnswerReply.send(
                    response, new Answer.Forbidden("only a page of this server may sign out"));
            return;
        }
        administrators.signOut(request);
        response.header(SessionCookie.taken(request.isSecure()));
        AnswerReply.send(response, told(Optional.empty()));
    }
}
