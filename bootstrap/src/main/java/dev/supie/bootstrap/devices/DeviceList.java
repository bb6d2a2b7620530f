package dev.supie.bootstrap.devices;

import dev.supie.bootstrap.cli.DevicesAction.Wish;
import dev.supie.bootstrap.remote.RemoteServerException;

import jakarta.json.JsonObject;

import java.io.PrintWriter;
import java.util.List;

/// Prints badges page by page, however many there are: a table for people, or JSON lines.
final class DeviceList {

    private static final int ID_WIDTH_MIN = 17;

    private static final Device HEADINGS = new Device("DEVICE", "STATE", "CODE", "SINCE", "ABOUT");

    private final AdminApi api;
    private final PrintWriter out;

    DeviceList(AdminApi api, PrintWriter out) {
        this.api = api;
        this.out = out;
    }

    void print(Wish.Show show) throws RemoteServerException, InterruptedException {
        long offset = 0;
        List<JsonObject> page;
        do {
            page = api.page(show.state(), offset);
            if (show.json()) {
                page.forEach(out::println);
            } else {
                table(page, offset == 0);
            }
            offset += page.size();
        } while (page.size() == AdminApi.PAGE);
        if (offset == 0 && !show.json()) {
            out.println("No badges.");
        }
    }

    private void table(List<JsonObject> page, boolean first) {
        List<Device> devices = page.stream().map(Device::of).toList();
        int width =
                devices.stream()
                        .mapToInt(device -> device.id().length())
                        .reduce(ID_WIDTH_MIN, Math::max);
        if (first && !devices.isEmpty()) {
            line(width, HEADINGS);
        }
        devices.forEach(device -> line(width, device));
    }

    private void line(int idWidth, Device row) {
        String text = "%-8s  %-6s  %-20s  %-" + idWidth + "s  %s";
        out.println(
                text.formatted(row.state(), row.code(), row.since(), row.id(), row.about())
                        .stripTrailing());
    }
}
