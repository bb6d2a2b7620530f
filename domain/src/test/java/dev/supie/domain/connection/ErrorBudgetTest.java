package dev.supie.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// MSG-3: at most ten error messages a second, then silence.
class ErrorBudgetTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private ErrorBudget budget = ErrorBudget.UNSPENT;

    @Test
    void tenAtOnceThenSilence() {
        for (int i = 0; i < ErrorBudget.MAX; i++) {
            assertTrue(spent(START));
        }
        assertFalse(spent(START));
        assertFalse(spent(START.plusMillis(999)));
        assertTrue(spent(START.plusMillis(1000)));
    }

    @Test
    void noSecondHoldsMoreThanTenWhereverItBegins() {
        var random = new Random(3);
        List<Instant> sent = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 5_000; i++) {
            now = now.plusMillis(random.nextInt(60));
            if (spent(now)) {
                sent.add(now);
            }
        }
        for (int i = ErrorBudget.MAX; i < sent.size(); i++) {
            Instant tenEarlier = sent.get(i - ErrorBudget.MAX);
            assertFalse(sent.get(i).isBefore(tenEarlier.plus(ErrorBudget.WINDOW)));
        }
        assertTrue(sent.size() > 1_000, "only " + sent.size() + " of 5,000 were let through");
    }

    @Test
    void remembersNoMoreThanTen() {
        for (int i = 0; i < 1_000; i++) {
            spent(START.plusMillis(i));
        }
        assertTrue(budget.spent().size() <= ErrorBudget.MAX);
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceForLong() {
        for (int i = 0; i < ErrorBudget.MAX; i++) {
            spent(START);
        }
        assertTrue(spent(START.minusSeconds(3600)));
        assertEquals(1, budget.spent().size());
    }

    private boolean spent(Instant at) {
        ErrorBudget.Spending spending = budget.spend(at);
        budget = spending.next();
        return spending.granted();
    }
}
