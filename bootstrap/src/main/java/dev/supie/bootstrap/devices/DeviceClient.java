package dev.supie.bootstrap.devices;

import dev.supie.bootstrap.cli.DevicesAction;
import dev.supie.bootstrap.cli.RunningServer;
import dev.supie.bootstrap.remote.RemoteServer;
import dev.supie.bootstrap.remote.RemoteServerException;

import java.io.PrintWriter;
import java.util.List;

/// Finds the server, asks it, and says what it answered.
public final class DeviceClient implements DevicesAction {

    private static final int FAILED = 1;

    @Override
    public int run(Wish wish, RunningServer server, PrintWriter out, PrintWriter err) {
        try (AdminApi api = new AdminApi(RemoteServer.of(server))) {
            switch (wish) {
                case Wish.Show show -> new DeviceList(api, out).print(show);
                case Wish.Approve(String badge) -> report(api.decide("approve", badge), out);
                case Wish.Reject(String badge) -> report(api.decide("reject", badge), out);
                case Wish.Revoke(String id) -> report(api.revoke(id), out);
            }
            return 0;
        } catch (RemoteServerException failure) {
            err.println("supie: " + failure.getMessage());
            return FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return FAILED;
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
