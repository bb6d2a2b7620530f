package dev.supie.bootstrap.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.supie.application.fake.StepExecutor;
import dev.supie.bootstrap.config.SupieConfig;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// CFG-3: clients whose settings changed are replaced, the others are kept, and none is closed
/// while somebody uses it.
final class ClientsTest {

    /// One client, by its number.
    private record Client(String model, int number) {}

    private static final SupieConfig FIRST = model("first");
    private static final SupieConfig SECOND = model("second");

    private final StepExecutor closing = new StepExecutor();
    private final List<Client> opened = new ArrayList<>();
    private final List<Client> closed = new ArrayList<>();
    private final Clients<String, Client> clients =
            new Clients<>(
                    new Clients.Kind<>(ClientsTest::wanted, this::open, closed::add, closing),
                    FIRST);

    private static SupieConfig model(String name) {
        return Configurations.with(
                "llm.main.base_url=http://127.0.0.1:1/v1", "llm.main.model=" + name);
    }

    private static Set<String> wanted(SupieConfig config) {
        return Set.of(config.languageModels().meetingModel().orElseThrow().model());
    }

    private Client open(String model) {
        if (model.equals("refused")) {
            throw new IllegalArgumentException("no such model");
        }
        Client client = new Client(model, opened.size());
        opened.add(client);
        return client;
    }

    private void change(SupieConfig next) {
        clients.prepare(next);
        clients.settle(next);
        closing.runAll();
    }

    @Test
    void whatStaysConfiguredIsKept() {
        Client before = clients.lease("first").client();
        change(FIRST);

        assertSame(before, clients.lease("first").client());
        assertEquals(1, opened.size());
        assertEquals(List.of(), closed);
    }

    @Test
    void whatIsNoLongerConfiguredIsClosed() {
        change(SECOND);

        assertEquals(List.of(new Client("first", 0)), closed);
        assertEquals(1, clients.count());
    }

    @Test
    void whoUsesOneUsesItToTheEnd() {
        Clients.Lease<Client> one = clients.lease("first");
        Clients.Lease<Client> other = clients.lease("first");
        change(SECOND);

        assertEquals(2, clients.count());
        one.end();
        one.end();
        closing.runAll();
        assertEquals(List.of(), closed);

        other.end();
        closing.runAll();
        assertEquals(List.of(new Client("first", 0)), closed);
        assertEquals(1, clients.count());
    }

    @Test
    void whoLookedJustBeforeTheChangeIsServedAllTheSame() {
        change(SECOND);

        Clients.Lease<Client> late = clients.lease("first");
        assertEquals(new Client("first", 2), late.client());
        late.end();
        closing.runAll();

        assertEquals(List.of(new Client("first", 0), new Client("first", 2)), closed);
        assertEquals(1, clients.count());
    }

    @Test
    void aClientThatComesBackIsANewOne() {
        Client before = clients.lease("first").client();
        change(SECOND);
        change(FIRST);

        assertNotSame(before, clients.lease("first").client());
    }

    @Test
    void whatWasPreparedForNothingIsClosed() {
        clients.prepare(SECOND);
        clients.settle(FIRST);
        closing.runAll();

        assertEquals(List.of(new Client("second", 1)), closed);
        assertThrows(IllegalArgumentException.class, () -> clients.prepare(model("refused")));
        assertEquals(1, clients.count());
    }

    @Test
    void theEndClosesAllOfThemAtOnce() {
        Clients.Lease<Client> used = clients.lease("first");
        change(SECOND);

        clients.close();
        assertEquals(2, closed.size());
        used.end();
        closing.runAll();

        assertEquals(2, closed.size());
        assertEquals(0, clients.count());
    }
}
