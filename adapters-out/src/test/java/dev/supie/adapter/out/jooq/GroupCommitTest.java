package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;

import dev.supie.application.meeting.port.StoreException;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Writes that share commits: what each caller is told, and what is in the database then (CON-6).
@Timeout(60)
final class GroupCommitTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Integer> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch release = new CountDownLatch(1);
    private HikariDataSource pool;
    private volatile boolean commitFails;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        pool = ConnectionPools.open(DatabaseAccess.embedded(folder.toRealPath()));
        committed(sql -> sql.execute("CREATE TABLE kept (word VARCHAR(20) PRIMARY KEY)"));
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        pool.close();
    }

    @Test
    void writesThatWaitShareACommitInTheOrderTheyCame() throws Exception {
        GroupCommit writes = new GroupCommit(this::commit, LONG);
        List<CompletableFuture<Integer>> all = queued(writes, GroupCommit.TOGETHER_MAX + 10);

        release.countDown();

        all.forEach(write -> assertEquals(1, write.join()));
        assertEquals(List.of(1, GroupCommit.TOGETHER_MAX, 10), groups);
        assertEquals(
                IntStream.range(0, all.size()).mapToObj(each -> "w" + each).toList(),
                kept().stream().filter(word -> word.startsWith("w")).toList());
        assertEquals(0, writes.waiting());
    }

    @Test
    void aWriteThatFailsIsUndoneAloneAndOnlyItsCallerHears() throws Exception {
        GroupCommit writes = new GroupCommit(this::commit, LONG);
        CompletableFuture<Integer> first = blocked(writes);
        CompletableFuture<Integer> good = write(writes, 1, sql -> keep(sql, "good"));
        CompletableFuture<Integer> bug =
                write(
                        writes,
                        2,
                        sql -> {
                            sql.execute("DELETE FROM kept");
                            throw new IllegalStateException("planned");
                        });
        CompletableFuture<Integer> twice =
                write(writes, 3, sql -> keep(sql, "half") + keep(sql, "good"));
        CompletableFuture<Integer> last = write(writes, 4, sql -> keep(sql, "last"));

        release.countDown();

        assertEquals(1, first.join() * good.join() * last.join());
        assertEquals("planned", failure(IllegalStateException.class, bug).getMessage());
        failure(StoreException.class, twice);
        assertEquals(List.of(1, 4), groups);
        assertEquals(List.of("first", "good", "last"), kept());
    }

    @Test
    void aCommitThatFailsFailsForAllAndTheNextOneIsNotHeldUp() throws Exception {
        GroupCommit writes = new GroupCommit(this::commit, LONG);
        List<CompletableFuture<Integer>> all = queued(writes, 5);
        commitFails = true;

        release.countDown();

        all.forEach(write -> failure(StoreException.class, write));
        commitFails = false;
        int after = writes.write(sql -> keep(sql, "after"));
        assertEquals(1, after);
        assertEquals(List.of("after"), kept());
    }

    @Test
    void whoWaitsTooLongIsToldSoAndHasNotWritten() throws Exception {
        GroupCommit writes = new GroupCommit(this::commit, Duration.ofMillis(20));
        CompletableFuture<Integer> first = blocked(writes);

        StoreException tooLong =
                assertThrows(
                        StoreException.class, () -> writes.write(sql -> keep(sql, "too late")));

        assertEquals("the transactions before this one took too long", tooLong.getMessage());
        release.countDown();
        assertEquals(1, first.join());
        int after = writes.write(sql -> keep(sql, "after"));
        assertEquals(1, after);
        assertEquals(List.of("first", "after"), kept());
    }

    @Test
    void whoIsInterruptedInLineHasNotWrittenAndStaysInterrupted() throws Exception {
        GroupCommit writes = new GroupCommit(this::commit, LONG);
        CompletableFuture<Integer> first = blocked(writes);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller =
                Thread.startVirtualThread(
                        () -> {
                            assertThrows(
                                    StoreException.class,
                                    () -> writes.write(sql -> keep(sql, "gone")));
                            interrupted.complete(Thread.currentThread().isInterrupted());
                        });
        awaitWaiting(writes, 1);

        caller.interrupt();

        assertTrue(interrupted.join());
        release.countDown();
        assertEquals(1, first.join());
        assertEquals(List.of("first"), kept());
    }

    @Test
    void anInterruptedCallerWritesForTheOthersAllTheSame() throws Exception {
        GroupCommit writes = new GroupCommit(this::commit, LONG);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread.startVirtualThread(
                () -> {
                    Thread.currentThread().interrupt();
                    writes.write(sql -> keep(sql, "leader"));
                    interrupted.complete(Thread.currentThread().isInterrupted());
                });
        assertTrue(interrupted.join());
        assertEquals(List.of("leader"), kept());
    }

    @Test
    void onlySoManyWaitAndOneMoreFailsAtOnce() throws Exception {
        GroupCommit writes = new GroupCommit(this::commit, LONG);
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        all.add(blocked(writes));
        for (int i = 0; i < GroupCommit.WAITING_MAX; i++) {
            all.add(call(writes, sql -> 1));
        }
        awaitWaiting(writes, GroupCommit.WAITING_MAX);

        StoreException full =
                assertThrows(
                        StoreException.class, () -> writes.write(sql -> keep(sql, "too many")));

        assertEquals("too many writes are waiting", full.getMessage());
        release.countDown();
        all.forEach(write -> assertEquals(1, write.join()));
        assertEquals(List.of("first"), kept());
    }

    /// One that is under way until [#release], and so many in line behind it.
    private List<CompletableFuture<Integer>> queued(GroupCommit writes, int count)
            throws InterruptedException {
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        CompletableFuture<Integer> first = blocked(writes);
        for (int i = 0; i < count; i++) {
            String word = "w" + i;
            all.add(write(writes, i + 1, sql -> keep(sql, word)));
        }
        assertTrue(!first.isDone());
        return all;
    }

    private CompletableFuture<Integer> blocked(GroupCommit writes) throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CompletableFuture<Integer> first =
                call(
                        writes,
                        sql -> {
                            entered.countDown();
                            awaitRelease();
                            return keep(sql, "first");
                        });
        entered.await();
        return first;
    }

    /// Returns when it is in line as the nth.
    private CompletableFuture<Integer> write(
            GroupCommit writes, int nth, Function<DSLContext, Integer> statements) {
        CompletableFuture<Integer> write = call(writes, statements);
        awaitWaiting(writes, nth);
        return write;
    }

    private CompletableFuture<Integer> call(
            GroupCommit writes, Function<DSLContext, Integer> statements) {
        return CompletableFuture.supplyAsync(() -> writes.write(statements), callers);
    }

    private static void awaitWaiting(GroupCommit writes, int count) {
        while (writes.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int keep(DSLContext sql, String word) {
        return sql.execute("INSERT INTO kept VALUES (?)", word);
    }

    private List<String> kept() {
        return committed(sql -> sql.fetchValues("SELECT word FROM kept ORDER BY _ROWID_")).stream()
                .map(String.class::cast)
                .toList();
    }

    private void commit(List<SharedWrite<?>> writes) {
        groups.add(writes.size());
        try {
            committed(
                    sql -> {
                        writes.forEach(write -> write.run(sql));
                        return writes.size();
                    });
        } catch (IllegalStateException e) {
            writes.forEach(write -> write.fail(new StoreException("planned", e)));
        }
    }

    private <T> T committed(Function<DSLContext, T> statements) {
        try (Connection connection = pool.getConnection()) {
            T result = statements.apply(DSL.using(connection, SQLDialect.H2));
            if (commitFails) {
                throw new IllegalStateException("planned");
            }
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T extends Throwable> T failure(Class<T> kind, CompletableFuture<?> write) {
        return assertInstanceOf(
                kind, assertThrows(CompletionException.class, write::join).getCause());
    }
}
