package dev.supie.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.bootstrap.server.StartException;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `/supie/mcp` with the client that the makers of the protocol publish, against the whole server.
@Timeout(300)
final class AssistantTest {

    private static final String CLIENT_VERSION = "1.32.2";
    private static final String READER = "read-token-of-the-team";
    private static final String ADMIN = "admin-token-of-the-team";
    private static final String LI = "94:a9:90:00:00:01";
    private static final String MO = "94:a9:90:00:00:02";

    @TempDir private Path folder = Path.of("");
    private Site site;

    @BeforeEach
    void open() throws StartException {
        site =
                Site.open(
                        folder,
                        "server.meeting_api_token=" + READER,
                        "server.admin_token=" + ADMIN,
                        "server.timezone_offset=8",
                        "peer.allow_group=true",
                        "workflow.device_alias={'" + LI + "': Li, '" + MO + "': Mo}",
                        "workflow.groups={'94:a9:90': [assistant]}");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private List<JsonObject> asked(String token, String query, String... calls)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        arguments.add(site.httpUrl() + "/supie/mcp" + query);
        arguments.add(token);
        for (String call : calls) {
            arguments.add(call.replace('\'', '"'));
        }
        String said =
                NpmPackage.fetched("@modelcontextprotocol/sdk", CLIENT_VERSION)
                        .run("/assistant/client.mjs", arguments);
        return said.lines().map(Messages::parsed).toList();
    }

    private static boolean isPeer(JsonObject message, String event) {
        return message.getString("type").equals("peer")
                && message.getString("event", "").equals(event);
    }

    private static JsonObject told(String text, boolean isError) {
        return Json.createObjectBuilder().add("text", text).add("isError", isError).build();
    }

    @Test
    void anAssistantReadsTheMinutesAndTheTasksOfItsGroup()
            throws IOException, InterruptedException {
        Badge badge = site.badge(LI);
        badge.ask(
                Messages.withRid(
                        Messages.tasks(
                                Json.createObjectBuilder()
                                        .add("id", "t1")
                                        .add("title", "修理打印机")
                                        .build()),
                        "u"),
                Messages.withRid("u"));

        List<JsonObject> heard =
                asked(
                        READER,
                        "",
                        "{'name':'list_tasks','arguments':{}}",
                        "{'name':'find_meetings','arguments':{}}",
                        "{'name':'read_minutes','arguments':{'meeting':'no such meeting'}}",
                        "{'name':'add_task','arguments':{'title':'x'}}",
                        "{'name':'no_such_tool','arguments':{}}");

        assertEquals("supie", heard.getFirst().getString("server"));
        assertEquals("2025-06-18", heard.getFirst().getString("version"));
        assertEquals(
                "[\"list_tasks\",\"find_meetings\",\"read_minutes\",\"read_transcript\","
                        + "\"tell_time\"]",
                heard.get(1).getJsonArray("tools").toString());
        assertEquals(
                told(
                        "1 task in group 94:a9:90:\n- id t1, \"修理打印机\", open, priority 2, owner"
                                + " Li|94:a9:90:00:00:01",
                        false),
                heard.get(2));
        assertEquals(told("no meetings", false), heard.get(3));
        assertEquals(
                told(
                        "wrong arguments of read_minutes: meeting must be an id of find_meetings",
                        true),
                heard.get(4));
        assertEquals(told("you may only read: add_task changes things", true), heard.get(5));
        assertEquals(-32602, heard.get(6).getInt("code"));
        site.awaitMetric("supie_tool_calls_total{result=\"ok\",tool=\"list_tasks\"}", 1);
    }

    @Test
    void anAdministratorsAssistantChangesThingsAndBadgesSeeIt()
            throws IOException, InterruptedException {
        Badge badge = site.badge(MO);
        // Only then it is sent messages at once (PEER-9).
        badge.say(Messages.parsed("{\"type\":\"hello\",\"features\":{\"peer_ack\":true}}"));
        badge.await(one -> isPeer(one, "backlog_end"));

        List<JsonObject> heard =
                asked(
                        ADMIN,
                        "?deviceId=" + LI,
                        "{'name':'add_task','arguments':{'title':'Fix the build','owner':'Mo'}}",
                        "{'name':'send_message','arguments':{'to':['Mo'],'text':'The build is"
                                + " red'}}",
                        "{'name':'send_message','arguments':{'to':'bb:00:00:00:00:01',"
                                + "'text':'hello'}}");

        assertEquals(9, heard.get(1).getJsonArray("tools").size());
        assertTrue(heard.get(2).getString("text").startsWith("added as task t-"), heard::toString);
        assertEquals(told("sent to Mo|94:a9:90:00:00:02", false), heard.get(3));
        assertEquals(told("no permitted targets", true), heard.get(4));
        JsonObject task = badge.await(Messages::isTaskList).getJsonArray("tasks").getJsonObject(0);
        assertEquals("Mo|94:a9:90:00:00:02", task.getString("owner"));
        JsonObject message = badge.await(one -> isPeer(one, "message"));
        assertEquals("The build is red", message.getJsonObject("payload").getString("text"));
    }

    @Test
    void nobodyComesInWithoutAToken() throws IOException, InterruptedException {
        List<JsonObject> heard = asked("wrong", "");

        assertEquals(1, heard.size(), heard::toString);
        assertTrue(heard.getFirst().containsKey("failed"), heard::toString);
    }
}
