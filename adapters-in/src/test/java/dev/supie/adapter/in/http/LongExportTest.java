package dev.supie.adapter.in.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.supie.application.meeting.port.ArchiveQuery;
import dev.supie.application.meeting.port.MeetingArchive;
import dev.supie.application.meeting.port.StoreException;
import dev.supie.domain.meeting.MeetingHead;
import dev.supie.domain.meeting.MeetingId;
import dev.supie.domain.meeting.Segment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// REST-1: a big transcript is handed out as it is read, and never half as if it was all.
@Timeout(120)
class LongExportTest {

    private static final String EXPORT = "/supie/meetings/long/export.";

    private static HttpResponse<InputStream> opened(Site site, String form) {
        return site.send(site.to(EXPORT + form), HttpResponse.BodyHandlers.ofInputStream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "json", "txt"})
    void whatIsReadGoesOutBeforeTheRestIsRead(String form) throws IOException {
        CountDownLatch clientHasSome = new CountDownLatch(1);
        // If the server kept all of it first, nobody would ever open this.
        LongMeeting meeting = new LongMeeting(page -> await(page, clientHasSome));
        try (Site site = Site.with(Wiring.routes(meeting)::onHttpListener);
                InputStream body = opened(site, form).body()) {
            assertTrue(body.read() >= 0);
            clientHasSome.countDown();

            long length = 1 + body.transferTo(OutputStream.nullOutputStream());

            assertTrue(length > 50L * 1024 * 1024, length + " bytes");
            assertEquals(LongMeeting.SEGMENTS / MeetingExporter.PAGE, meeting.pages());
            assertEquals(MeetingExporter.PAGE, meeting.largestPage());
        }
    }

    private static void await(int page, CountDownLatch latch) {
        try {
            if (page == 20 && !latch.await(60, TimeUnit.SECONDS)) {
                throw new StoreException("the client has nothing yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted", e);
        }
    }

    @Test
    void aStoreThatFailsAtTheBeginningIsUnavailable() {
        LongMeeting meeting = new LongMeeting(page -> failAt(1, page));
        try (Site site = Site.with(Wiring.routes(meeting)::onHttpListener)) {
            HttpResponse<String> response = site.read(EXPORT + "md");

            assertEquals(503, response.statusCode());
            assertEquals("5", Site.header(response, "retry-after"));
            assertEquals("", Site.header(response, "content-disposition"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void aStoreThatFailsLaterBreaksTheConnectionOff(int failing) throws IOException {
        LongMeeting meeting = new LongMeeting(page -> failAt(failing, page));
        assertBrokenOff(meeting);
    }

    private static void failAt(int failing, int page) {
        if (page == failing) {
            throw new StoreException("planned failure");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99})
    void aMeetingThatIsRemovedMeanwhileBreaksTheConnectionOff(int pagesUntilThen)
            throws IOException {
        assertBrokenOff(new Vanishing(pagesUntilThen));
    }

    private static void assertBrokenOff(MeetingArchive archive) throws IOException {
        try (Site site = Site.with(Wiring.routes(archive)::onHttpListener)) {
            assertThrows(IOException.class, () -> readAll(site));
            // The server goes on.
            assertEquals(200, site.read("/supie/meetings/recent").statusCode());
        }
    }

    private static void readAll(Site site) throws IOException {
        try (InputStream body = opened(site, "txt").body()) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (AssertionError noAnswer) {
            // So little had been written that not even the status was on its way.
            throw new IOException(noAnswer);
        }
    }

    /// Is removed after some pages.
    private record Vanishing(int pages) implements MeetingArchive {

        private static final LongMeeting WHOLE = new LongMeeting(_ -> {});

        @Override
        public List<MeetingHead> recent(ArchiveQuery query) {
            return List.of();
        }

        @Override
        public Optional<MeetingHead> find(MeetingId id) {
            return WHOLE.find(id);
        }

        @Override
        public List<Segment> transcript(MeetingId id, long offset, int limit) {
            return offset >= (long) pages * limit ? List.of() : WHOLE.transcript(id, offset, limit);
        }
    }
}
