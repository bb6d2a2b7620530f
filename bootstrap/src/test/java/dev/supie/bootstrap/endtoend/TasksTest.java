package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// WF-1 to WF-7 over real sockets and the real database.
final class TasksTest {

    private static final int CROWD = 20;
    private static final int CHANGES = 10;

    private static JsonObject task(String id, String title) {
        return Json.createObjectBuilder().add("id", id).add("title", title).build();
    }

    /// One field that Supie does not know.
    private static JsonObject field(String id, String name, int value) {
        return Json.createObjectBuilder().add("id", id).add(name, value).build();
    }

    private static JsonObject pulled(Badge badge, String rid) throws InterruptedException {
        JsonObject pull = Messages.withRid(Messages.workflow("list").build(), rid);
        return badge.ask(pull, Messages.withRid(rid));
    }

    @Test
    void aChangeIsOnEveryScreenOfItsGroupAndStaysThere(@TempDir Path folder)
            throws StartException, InterruptedException {
        JsonObject there;
        try (Site site = Site.open(folder)) {
            Badge one = site.badge("94:a9:90:00:00:01");
            Badge two = site.badge("94:a9:90:00:00:02");
            Badge other = site.badge("bb:00:00:00:00:01");

            JsonObject update = Messages.tasks(task("t1", "修理打印机"), task("t2", "Call Li"));
            JsonObject receipt = one.ask(Messages.withRid(update, "u1"), Messages.withRid("u1"));
            assertEquals("ok", receipt.getString("status"));
            there = one.await(Messages::isTaskList);
            assertEquals(there, two.await(Messages::isTaskList));
            assertEquals(2, there.getJsonArray("tasks").size());
            other.ask(Messages.ping("p"), Messages.withRid("p"));
            assertEquals(List.of(), other.unasked());
        }
        try (Site again = Site.open(folder)) {
            Badge two = again.badge("94:a9:90:00:00:02");
            assertEquals(there, two.await(Messages::isTaskList));
        }
    }

    /// Every badge of a group writes its own field of one task, all at the same time.
    @Test
    void fieldsOfACrowdAllSurvive(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site = Site.open(folder)) {
            List<Badge> crowd = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                crowd.add(site.badge("94:a9:90:00:00:%02d".formatted(i)));
            }
            Badge first = crowd.getFirst();
            first.ask(
                    Messages.withRid(Messages.tasks(task("t1", "everybody's")), "new"),
                    Messages.withRid("new"));
            for (int change = 1; change <= CHANGES; change++) {
                for (int i = 0; i < CROWD; i++) {
                    JsonObject update = Messages.tasks(field("t1", "f" + i, change));
                    crowd.get(i).say(Messages.withRid(update, "c" + change));
                }
            }
            for (Badge badge : crowd) {
                JsonObject receipt = badge.await(Messages.withRid("c" + CHANGES));
                assertEquals("ok", receipt.getString("status"));
            }

            JsonObject task = pulled(first, "end").getJsonArray("tasks").getJsonObject(0);

            for (int i = 0; i < CROWD; i++) {
                assertEquals(CHANGES, task.getInt("f" + i), "field of " + i);
            }
        }
    }

    @Test
    void groupsAndAliasesAreConfigured(@TempDir Path folder)
            throws StartException, InterruptedException {
        try (Site site =
                Site.open(
                        folder,
                        "workflow.groups={design: ['aa:01', 'bb:01']}",
                        "workflow.device_alias={'AA:01': Li}",
                        "device_alias={'aa:01': Wang, 'bb:01': Mo}")) {
            Badge one = site.badge("aa:01");
            Badge two = site.badge("bb:01");

            one.say(Messages.tasks(task("t1", "Paint")));
            two.await(Messages::isTaskList);
            JsonObject claim = Messages.workflow("assign").add("id", "t1").build();
            JsonObject before = one.await(Messages::isTaskList);
            two.say(claim);
            JsonObject after = one.await(Messages::isTaskList);

            assertEquals("Li|aa:01", owner(before));
            assertEquals("Mo|bb:01", owner(after));
        }
    }

    private static String owner(JsonObject list) {
        JsonObject task = list.getJsonArray("tasks").getJsonObject(0);
        assertEquals("design", task.getString("groupKey"));
        return task.getString("owner");
    }
}
