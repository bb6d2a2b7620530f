package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.BOARDS;
import static dev.supie.adapter.out.jooq.schema.Tables.TASKS;

import dev.supie.adapter.out.jooq.schema.tables.records.TasksRecord;
import dev.supie.application.task.port.BoardStep;
import dev.supie.application.task.port.StaleBoardException;
import dev.supie.application.task.port.TaskStore;
import dev.supie.domain.task.Board;
import dev.supie.domain.task.BoardEffect;
import dev.supie.domain.task.GroupKey;
import dev.supie.domain.task.TaskId;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.exception.DataAccessException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Boards and their tasks as rows. The steps of a request are one transaction, and the version of a
/// board decides which of two writers was first.
final class JooqTaskStore implements TaskStore {

    /// The SQL standard's code for a key that is already there, in both databases.
    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;

    JooqTaskStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /// In one query, which sees one moment by itself.
    @Override
    public Board load(GroupKey group) {
        Result<Record> rows =
                transactions.read(
                        sql ->
                                sql.select()
                                        .from(BOARDS)
                                        .leftJoin(TASKS)
                                        .on(TASKS.GROUP_KEY.eq(BOARDS.GROUP_KEY))
                                        .where(BOARDS.GROUP_KEY.eq(group.value()))
                                        .fetch());
        return rows.isEmpty() ? Board.empty(group) : board(group, rows);
    }

    private static Board board(GroupKey group, Result<Record> rows) {
        return Board.of(
                group,
                rows.getFirst().get(BOARDS.VERSION),
                rows.getFirst().get(BOARDS.LAST_NUMBER),
                rows.stream()
                        // A board without tasks is one row without a task.
                        .filter(row -> row.get(TASKS.ID) != null)
                        .map(row -> TaskRows.task(row.into(TASKS)))
                        .toList());
    }

    @Override
    public long count() {
        return transactions.read(sql -> sql.fetchCount(BOARDS));
    }

    /// In the order of their groups, so that no two writers wait for each other.
    @Override
    public void save(List<BoardStep> steps) {
        List<BoardStep> inOrder =
                steps.stream().sorted(Comparator.comparing(step -> step.group().value())).toList();
        transactions.write(sql -> inOrder.forEach(step -> store(sql, step)));
    }

    private static void store(DSLContext sql, BoardStep step) {
        boolean stored = step.expectedVersion() == 0 ? isMade(sql, step) : isRaised(sql, step);
        if (!stored) {
            throw new StaleBoardException(step.group(), step.expectedVersion());
        }
        List<TasksRecord> fresh = new ArrayList<>();
        for (BoardEffect.Store store : step.stores()) {
            switch (store) {
                case BoardEffect.PutTask put when put.task().stamp().version() == 1 ->
                        fresh.add(TaskRows.row(put.task()));
                case BoardEffect.PutTask put -> change(sql, TaskRows.row(put.task()));
                case BoardEffect.RemoveTask(TaskId id) -> remove(sql, step.group(), id);
            }
        }
        sql.batchInsert(fresh).execute();
    }

    private static boolean isMade(DSLContext sql, BoardStep step) {
        try {
            sql.insertInto(BOARDS)
                    .set(BOARDS.GROUP_KEY, step.group().value())
                    .set(BOARDS.VERSION, step.next().version())
                    .set(BOARDS.LAST_NUMBER, step.next().lastNumber())
                    .execute();
            return true;
        } catch (DataAccessException e) {
            if (UNIQUE_VIOLATION.equals(e.sqlState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isRaised(DSLContext sql, BoardStep step) {
        return sql.update(BOARDS)
                        .set(BOARDS.VERSION, step.next().version())
                        .set(BOARDS.LAST_NUMBER, step.next().lastNumber())
                        .where(BOARDS.GROUP_KEY.eq(step.group().value()))
                        .and(BOARDS.VERSION.eq(step.expectedVersion()))
                        .execute()
                == 1;
    }

    private static void change(DSLContext sql, TasksRecord row) {
        sql.update(TASKS)
                .set(row)
                .where(TASKS.GROUP_KEY.eq(row.getGroupKey()))
                .and(TASKS.ID.eq(row.getId()))
                .execute();
    }

    private static void remove(DSLContext sql, GroupKey group, TaskId id) {
        sql.deleteFrom(TASKS)
                .where(TASKS.GROUP_KEY.eq(group.value()))
                .and(TASKS.ID.eq(id.value()))
                .execute();
    }
}
