package dev.supie.bootstrap.devices;

import dev.supie.bootstrap.cli.DevicesAction;
import dev.supie.bootstrap.cli.RunningServer;
import dev.supie.bootstrap.remote.RemoteCommand;
import dev.supie.bootstrap.remote.RemoteServerException;

import java.io.PrintWriter;
import java.util.List;

/// Finds the server, asks it, and says what it answered.
public final class DeviceClient implements DevicesAction {

    @Override
    public int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err) {
        return RemoteCommand.run(server, err, remote -> answer(wish, new AdminApi(remote), out));
    }

    private static void answer(Wish wish, AdminApi api, PrintWriter out)
            throws RemoteServerException, InterruptedException {
        switch (wish) {
            case Wish.Show show -> new DeviceList(api, out).print(show);
            case Wish.Approve(String badge) -> report(api.decide("approve", badge), out);
            case Wish.Reject(String badge) -> report(api.decide("reject", badge), out);
            case Wish.Revoke(String id) -> report(api.revoke(id), out);
            case Wish.Forget(String id) ->
                    out.println("nothing is remembered of " + api.forget(id));
        }
    }

    /// Several clients of one badge are one line: nobody sees them apart.
    private static void report(List<Device> decided, PrintWriter out) {
        decided.stream()
                .map(device -> device.state() + " " + device.id())
                .distinct()
                .forEach(out::println);
    }
}
