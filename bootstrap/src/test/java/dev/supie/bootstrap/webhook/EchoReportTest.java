package dev.supie.bootstrap.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

final class EchoReportTest {

    private final StringWriter out = new StringWriter();
    private final EchoReport report = new EchoReport(new PrintWriter(out));

    private String printed(String id) {
        out.getBuffer().setLength(0);
        report.print(new Post("/", _ -> Optional.of(id), new byte[0]), List.of());
        return out.toString();
    }

    @Test
    void theOldestOfAThousandIdsIsForgotten() {
        for (int number = 1; number <= EchoReport.IDS_MAX; number++) {
            printed("id-" + number);
        }
        String again = "POST / id-1, 0 bytes\n  a repetition: this event came 1 times before\n  \n";
        assertEquals(again, printed("id-1"));
        printed("one more");

        assertEquals("POST / id-1, 0 bytes\n  \n", printed("id-1"));
    }
}
