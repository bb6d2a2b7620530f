package dev.supie.bootstrap.tasks;

import dev.supie.bootstrap.remote.Shown;

import jakarta.json.JsonObject;

import java.io.PrintWriter;
import java.util.List;

/// Tasks for people.
final class TaskTable {

    private final PrintWriter out;

    TaskTable(PrintWriter out) {
        this.out = out;
    }

    void print(List<JsonObject> tasks) {
        if (tasks.isEmpty()) {
            out.println("No tasks.");
            return;
        }
        line("ID", "STATUS", "P", "DUE", "OWNER", "TITLE");
        for (JsonObject task : tasks) {
            line(
                    Shown.text(task, "id"),
                    task.getBoolean("overdue", false) ? "overdue" : Shown.text(task, "status"),
                    task.getInt("priority"),
                    Shown.text(task, "due"),
                    Shown.text(task, "owner"),
                    Shown.text(task, "title"));
        }
    }

    /// The first column is as wide as the ids that the server gives to what comes over HTTP.
    private void line(Object... cells) {
        out.println("%-14s  %-7s  %s  %-16s  %-20s  %s".formatted(cells).stripTrailing());
    }
}
