package dev.supie.bootstrap.meetings;

import dev.supie.bootstrap.cli.MeetingsAction.Wish;
import dev.supie.bootstrap.remote.RemoteServerException;
import dev.supie.bootstrap.remote.Shown;

import jakarta.json.JsonObject;

import java.io.PrintWriter;
import java.util.List;

/// Prints meetings page by page: a table for people, or JSON lines.
final class MeetingList {

    private final MeetingApi api;
    private final PrintWriter out;

    MeetingList(MeetingApi api, PrintWriter out) {
        this.api = api;
        this.out = out;
    }

    void print(Wish.Enumerate wish) throws RemoteServerException, InterruptedException {
        int printed = 0;
        boolean more = true;
        while (more && printed < wish.limit()) {
            int limit = Math.min(MeetingApi.PAGE, wish.limit() - printed);
            List<JsonObject> page = api.page(wish.badge(), printed, limit);
            if (wish.json()) {
                page.forEach(out::println);
            } else {
                table(page, printed == 0);
            }
            printed += page.size();
            more = page.size() == limit;
        }
        if (printed == 0 && !wish.json()) {
            out.println("No meetings.");
        }
    }

    private void table(List<JsonObject> page, boolean first) {
        if (first && !page.isEmpty()) {
            line("ID", "STARTED", "LENGTH", "PHASE", "DEVICE", "TITLE");
        }
        for (JsonObject meeting : page) {
            line(
                    Shown.text(meeting, "id"),
                    Shown.moment(meeting, "startedAt"),
                    MinutesPage.length(meeting),
                    Shown.text(meeting, "phase"),
                    Shown.text(meeting, "deviceId"),
                    Shown.text(meeting, "title"));
        }
    }

    /// The first column is as wide as the ids that the server gives.
    private void line(Object... cells) {
        out.println("%-36s  %-20s  %-8s  %-10s  %-17s  %s".formatted(cells).stripTrailing());
    }
}
