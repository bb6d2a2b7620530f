package dev.supie.adapter.in.badge.codec;

import dev.supie.application.connection.BadgeRequest.WithOthers;
import dev.supie.domain.connection.Mode;
import dev.supie.domain.connection.ModeAction;
import dev.supie.domain.meeting.JoinCode;
import dev.supie.domain.meeting.MeetingId;

import java.util.List;
import java.util.Optional;

/// The fields of a mode message that say what a badge wants with others: at most one of them, and
/// only where a meeting begins or ends (MTG-1, MODE-1).
final class CompanyFields {

    private static final String INVITE = "invite";
    private static final String CODE = "joinCode";
    private static final String ID = "meetingId";
    private static final String LEAVE = "leave";

    private CompanyFields() {}

    /// Nothing if there are none, or they are wrong; then the reader knows why.
    static WithOthers read(FieldReader fields, Optional<ModeAction> action, Optional<Mode> mode) {
        boolean invites = fields.optionalFlag(INVITE);
        boolean leaves = fields.optionalFlag(LEAVE);
        String code = fields.optionalText(CODE).strip();
        String id = fields.optionalText(ID).strip();
        List<String> given = given(invites, leaves, code, id);
        if (given.isEmpty()) {
            return WithOthers.NOTHING;
        }
        if (given.size() > 1) {
            fields.wrong("only one of " + String.join(",", given) + " may be given");
            return WithOthers.NOTHING;
        }
        ModeAction fitting = leaves ? ModeAction.END : ModeAction.START;
        if (action.filter(each -> each != fitting).isPresent()
                || mode.filter(each -> each != Mode.MEETING).isPresent()) {
            fields.wrong(given.getFirst() + " is for mode " + Words.of(fitting) + " meeting only");
            return WithOthers.NOTHING;
        }
        if (invites) {
            return new WithOthers.Invite();
        }
        return leaves ? new WithOthers.Leave() : joining(fields, code, id);
    }

    private static List<String> given(boolean invites, boolean leaves, String code, String id) {
        return List.of(
                        invites ? INVITE : "",
                        code.isEmpty() ? "" : CODE,
                        id.isEmpty() ? "" : ID,
                        leaves ? LEAVE : "")
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static WithOthers joining(FieldReader fields, String code, String id) {
        if (id.isEmpty()) {
            return JoinCode.read(code)
                    .<WithOthers>map(WithOthers.JoinByCode::new)
                    .orElseGet(() -> wrong(fields, CODE + " must be string of six digits"));
        }
        return MeetingId.isOne(id)
                ? new WithOthers.JoinById(new MeetingId(id))
                : wrong(fields, ID + " must be the sessionId of a meeting");
    }

    private static WithOthers wrong(FieldReader fields, String problem) {
        fields.wrong(problem);
        return WithOthers.NOTHING;
    }
}
