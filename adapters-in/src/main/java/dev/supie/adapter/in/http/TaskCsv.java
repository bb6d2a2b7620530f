package dev.supie.adapter.in.http;

import dev.supie.domain.task.ListedTask;
import dev.supie.domain.task.Task;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Tasks as CSV (RFC 4180), for spreadsheets. Text that a spreadsheet would take for a formula gets
/// an apostrophe in front, because whoever writes a task must not reach into the computer of
/// whoever opens the list.
final class TaskCsv {

    private static final String LINE_END = "\r\n";

    private static final List<String> HEADER =
            List.of(
                    "id",
                    "title",
                    "status",
                    "priority",
                    "owner",
                    "groupKey",
                    "due",
                    "overdue",
                    "notes",
                    "createdAt",
                    "updatedAt");

    /// What begins a formula, also in wide form, and what some programs skip before one.
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private TaskCsv() {}

    static String of(List<ListedTask> tasks) {
        StringBuilder csv = new StringBuilder(row(HEADER));
        tasks.forEach(listed -> csv.append(row(cells(listed))));
        return csv.toString();
    }

    private static List<String> cells(ListedTask listed) {
        Task task = listed.task();
        return List.of(
                task.id().value(),
                task.title().value(),
                task.status().name().toLowerCase(Locale.ROOT),
                String.valueOf(task.priority().level()),
                task.owner().value(),
                task.group().value(),
                task.due().toString(),
                String.valueOf(listed.overdue()),
                task.notes().value(),
                task.stamp().createdAt().toString(),
                task.stamp().updatedAt().toString());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(TaskCsv::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(each -> ",\"\r\n".indexOf(each) >= 0);
        boolean bare = plain && safe.strip().equals(safe);
        return bare ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static boolean isFormula(String text) {
        String start = text.stripLeading();
        return !text.isEmpty()
                && (FORMULA.indexOf(text.charAt(0)) >= 0
                        || (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0));
    }
}
