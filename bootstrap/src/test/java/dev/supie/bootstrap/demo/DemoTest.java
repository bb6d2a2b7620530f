package dev.supie.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;

import dev.supie.bootstrap.logging.LogbackSetup;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import java.io.PrintWriter;
import java.io.StringWriter;

/// The README's first command.
final class DemoTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /// The demo ends logging, as the process does after it; here other tests follow.
    @AfterEach
    void turnLoggingOnAgain() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            new LogbackSetup().configure(context);
            context.start();
        }
    }

    @Test
    @Timeout(120)
    void everythingIsAsTheContractSays() {
        int status = new Demo().run(new PrintWriter(out, true), new PrintWriter(err, true));

        assertEquals(0, status, () -> out + "\n" + err);
        assertTrue(
                out.toString().stripTrailing().endsWith("Everything was as the contract says."),
                out::toString);
        assertEquals("", err.toString());
    }
}
