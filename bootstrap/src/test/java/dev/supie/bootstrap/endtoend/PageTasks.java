package dev.supie.bootstrap.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the main thread of a page has done, task by task, as Chromium itself writes it down.
///
/// A task is told by the processor's time that it took. By the clock it takes longer on a machine
/// that has other things to do, and that says nothing of the page.
record PageTasks(List<Duration> tasks) {

    private static final String TASK = "ThreadControllerImpl::RunTask";
    private static final List<String> CATEGORIES = List.of("toplevel");

    /// Those of a page while something is done with it.
    static PageTasks during(Page page, Runnable action) {
        Browser browser = page.context().browser();
        browser.startTracing(page, new Browser.StartTracingOptions().setCategories(CATEGORIES));
        byte[] trace;
        try {
            action.run();
        } finally {
            trace = browser.stopTracing();
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(trace))) {
            return new PageTasks(
                    of(
                            reader.readObject()
                                    .getJsonArray("traceEvents")
                                    .getValuesAs(JsonValue::asJsonObject)));
        }
    }

    private static List<Duration> of(List<JsonObject> events) {
        Set<String> mains =
                events.stream()
                        .filter(event -> event.getString("name", "").equals("thread_name"))
                        .filter(
                                event ->
                                        event.getJsonObject("args")
                                                .getString("name", "")
                                                .equals("CrRendererMain"))
                        .map(PageTasks::thread)
                        .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> event.getString("name", "").equals(TASK))
                .filter(event -> mains.contains(thread(event)))
                .map(event -> Duration.ofNanos(1_000L * event.getInt("tdur", 0)))
                .toList();
    }

    private static String thread(JsonObject event) {
        return event.getInt("pid") + " " + event.getInt("tid");
    }

    /// Those that took longer.
    List<Duration> over(Duration most) {
        return tasks.stream().filter(task -> task.compareTo(most) > 0).toList();
    }
}
