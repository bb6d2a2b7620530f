package dev.supie.bootstrap;

import dev.supie.bootstrap.admin.AdminClient;
import dev.supie.bootstrap.cli.Machine;
import dev.supie.bootstrap.cli.SupieCommandLine;
import dev.supie.bootstrap.demo.Demo;
import dev.supie.bootstrap.devices.DeviceClient;
import dev.supie.bootstrap.meetings.MeetingClient;
import dev.supie.bootstrap.server.Serve;
import dev.supie.bootstrap.tasks.TaskClient;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where the process begins.
public final class Main {

    private Main() {}

    /// Ends with the exit status of the command.
    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int status =
                new SupieCommandLine(
                                new Serve(),
                                new Demo(),
                                new DeviceClient(),
                                new MeetingClient(),
                                new TaskClient(),
                                new AdminClient(),
                                Machine.current())
                        .run(arguments, out, err);
        if (status != 0) {
            // Only then, because the JDK logs every exit and so starts all of logging (ADR 0007).
            System.exit(status);
        }
    }

    /// UTF-8 whatever the locale says: minutes are in Chinese on machines that are not.
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(
                        new OutputStreamWriter(
                                new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
    }
}
