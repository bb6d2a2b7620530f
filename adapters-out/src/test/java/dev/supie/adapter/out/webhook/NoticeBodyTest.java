package dev.supie.adapter.out.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.domain.meeting.Quality;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/// HOOK-1: the body to the letter.
class NoticeBodyTest {

    private static final String BODY =
            """
            {"sessionId":"m1","deviceId":"94:a9:90:00:00:01","summary":{"sessionId":"m1",\
            "title":"周会 🚀","duration":"101:01:02","bullets":["预算通过","Budget \\"approved\\"\\n"],\
            "decisions":["Ship on Friday"],"actions":["Li 写测试"],"risks":[],\
            "nextSteps":["Next call"],"bulletsLength":2,"sourceSegments":12,"checkpoint":false,\
            "provider":"model"},"metrics":{"startedAt":1795251600000,"endedAt":1795251660000,\
            "snippets":7,"segments":12,"finalizeMs":1234},"durationMs":363662000}""";

    @Test
    void isJsonInUtf8() {
        assertEquals(BODY, new String(NoticeBody.of(Notices.of("m1")), StandardCharsets.UTF_8));
    }

    @Test
    void saysWhyMinutesAreDegraded() {
        byte[] body = NoticeBody.of(Notices.of("m1", new Quality.Degraded("HTTP 500")));
        assertTrue(
                new String(body, StandardCharsets.UTF_8)
                        .contains("\"degraded\":true,\"degradedReason\":\"HTTP 500\"}"));
    }

    @Test
    void isTheSameEachTime() {
        assertArrayEquals(NoticeBody.of(Notices.of("m1")), NoticeBody.of(Notices.of("m1")));
    }
}
