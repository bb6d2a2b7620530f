package dev.supie.application.meeting;

import dev.supie.application.connection.port.BadgeLink;
import dev.supie.application.connection.port.BadgeMessage;
import dev.supie.domain.kernel.DeviceId;
import dev.supie.domain.meeting.Meeting;
import dev.supie.domain.meeting.Summary;

import java.util.function.Supplier;

/// Shows meetings to badges that do not take part in them (MTG-10). It is live: whoever is not
/// there, or too slow, misses it, and the meeting waits for nobody.
///
/// @param showing asked anew for everything that is shown (CFG-3)
record LiveShow(BadgeLink link, Presence presence, Supplier<Showing> showing) {

    void transcript(Meeting meeting, BadgeMessage.TranscriptPush push) {
        show(meeting, new BadgeMessage.ShownTranscript(meeting.origin().device(), push));
    }

    void summary(Meeting meeting, Summary summary) {
        show(meeting, new BadgeMessage.ShownSummary(meeting.origin().device(), summary));
    }

    private void show(Meeting meeting, BadgeMessage message) {
        Showing now = showing.get();
        if (now.broadcast().isOff()) {
            return;
        }
        BadgeLink.Prepared shown = link.prepared(message);
        presence.ofThose(device -> reaches(now, device, meeting)).forEach(shown::sendTo);
    }

    private static boolean reaches(Showing now, DeviceId device, Meeting meeting) {
        return now.broadcast().reaches(device, meeting, now.groupOf());
    }
}
