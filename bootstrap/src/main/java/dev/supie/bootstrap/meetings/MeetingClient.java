package dev.supie.bootstrap.meetings;

import dev.supie.bootstrap.cli.MeetingsAction;
import dev.supie.bootstrap.cli.RunningServer;
import dev.supie.bootstrap.remote.ExportFile;
import dev.supie.bootstrap.remote.RemoteCommand;
import dev.supie.bootstrap.remote.RemoteServerException;
import dev.supie.bootstrap.remote.Shown;

import jakarta.json.JsonObject;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the server, asks it, and says what it answered.
public final class MeetingClient implements MeetingsAction {

    @Override
    public int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err) {
        return RemoteCommand.run(server, err, remote -> answer(wish, new MeetingApi(remote), out));
    }

    private static void answer(Wish wish, MeetingApi api, PrintWriter out)
            throws RemoteServerException, InterruptedException, IOException {
        switch (wish) {
            case Wish.Enumerate list -> new MeetingList(api, out).print(list);
            case Wish.Show(String id, boolean json) -> {
                JsonObject meeting = api.meeting(id);
                if (json) {
                    out.println(meeting);
                } else {
                    new MinutesPage(out).print(meeting);
                }
            }
            case Wish.Export(String id, Form form, Optional<Path> file) ->
                    new ExportFile(api.server(), out).write(MeetingApi.exported(id, form), file);
            case Wish.Delete(String id, boolean json) -> report(api.delete(id), json, out);
        }
    }

    private static void report(JsonObject removed, boolean json, PrintWriter out) {
        if (json) {
            out.println(removed);
            return;
        }
        String unread =
                removed.getBoolean("delivered", true)
                        ? ""
                        : "; its minutes had not reached the badge, and will not";
        out.println("deleted " + Shown.text(removed, "id") + unread);
    }
}
