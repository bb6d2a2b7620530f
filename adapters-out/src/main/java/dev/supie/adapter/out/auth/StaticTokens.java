package dev.supie.adapter.out.auth;

import dev.supie.application.access.port.Claim;
import dev.supie.application.access.port.Credential;
import dev.supie.application.access.port.CredentialCheck;
import dev.supie.application.access.port.Principal;
import dev.supie.application.access.port.Verdict;

import java.util.ArrayList;
import java.util.List;

/// The tokens of `server.auth.tokens` (AUTH-2).
///
/// A presented token is compared with every one of them, each in constant time, so that the time an
/// answer takes tells neither how much of a token was right nor which one it was.
public final class StaticTokens implements CredentialCheck {

    private static final String NAME = "tokens";

    private final List<StaticToken> tokens;

    public StaticTokens(List<StaticToken> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict check(Claim claim) {
        return claim.credential()
                .map(Credential::reveal)
                .map(Digest::of)
                .map(this::matching)
                .map(matching -> verdict(matching, claim))
                .orElseGet(Verdict.NotForMe::new);
    }

    private List<StaticToken> matching(Digest presented) {
        List<StaticToken> matching = new ArrayList<>();
        for (StaticToken token : tokens) {
            if (token.matches(presented)) {
                matching.add(token);
            }
        }
        return matching;
    }

    private static Verdict verdict(List<StaticToken> matching, Claim claim) {
        if (matching.isEmpty()) {
            return new Verdict.Refused("unknown token");
        }
        return matching.stream()
                .filter(token -> token.isGoodFor(claim.device()))
                .findFirst()
                .<Verdict>map(token -> new Verdict.Accepted(new Principal(NAME, token.name())))
                .orElseGet(() -> new Verdict.OtherDevice("the token is for other badges"));
    }
}
