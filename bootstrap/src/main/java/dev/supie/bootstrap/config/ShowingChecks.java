package dev.supie.bootstrap.config;

/// The rules between the keys of `meeting.broadcast` (MTG-10): whoever switches it on wants
/// somebody to be shown something.
record ShowingChecks(Values values) {

    void run(MeetingConfig.Showing showing) {
        if (!showing.enabled()) {
            return;
        }
        switch (showing.to()) {
            case OFF ->
                    values.warn(
                            MeetingSettings.SHOWN,
                            "has no effect while meeting.broadcast.mode is off",
                            "set meeting.broadcast.mode to group or session");
            case SESSION -> {
                if (showing.allowed().isEmpty()) {
                    values.warn(
                            MeetingSettings.SHOWN_TO,
                            "shows meetings to nobody",
                            "name badges in meeting.broadcast.allowed_targets");
                }
            }
            case GROUP -> {}
        }
    }
}
