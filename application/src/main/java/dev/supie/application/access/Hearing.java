package dev.supie.application.access;

import dev.supie.application.access.Access.Decision;
import dev.supie.application.access.port.Verdict;

import java.util.ArrayList;
import java.util.List;

/// What the checks that did not accept had to say to one claim, and what it comes to.
final class Hearing {

    private final List<String> reasons = new ArrayList<>();
    private boolean otherDevice;
    private boolean barred;
    private boolean complete = true;

    void note(String check, Verdict verdict) {
        switch (verdict) {
            case Verdict.Refused(String reason) -> reasons.add(check + ": " + reason);
            case Verdict.OtherDevice(String reason) -> {
                reasons.add(check + ": " + reason);
                otherDevice = true;
            }
            case Verdict.Barred(String reason) -> {
                reasons.add(check + ": " + reason);
                barred = true;
            }
            case Verdict.Unavailable(String reason) -> {
                reasons.add(check + ": " + reason);
                complete = false;
            }
            case Verdict.NotForMe _ -> {}
            case Verdict.Accepted _ ->
                    throw new IllegalArgumentException("who is accepted needs no hearing");
        }
    }

    /// Whether it is over, whatever the other checks would say.
    boolean isBarred() {
        return barred;
    }

    /// Whether every check could do its work; if not, the claim may have been good.
    boolean isComplete() {
        return complete || otherDevice || barred;
    }

    Decision decision(boolean credentialGiven) {
        if (otherDevice || barred) {
            return new Decision.Forbidden(String.join("; ", reasons));
        }
        if (!reasons.isEmpty()) {
            return new Decision.Unauthorized(String.join("; ", reasons));
        }
        return new Decision.Unauthorized(
                credentialGiven ? "nobody knows the credential" : "no credential");
    }
}
