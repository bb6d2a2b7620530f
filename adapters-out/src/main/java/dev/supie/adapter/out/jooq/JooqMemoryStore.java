package dev.supie.adapter.out.jooq;

import static dev.supie.adapter.out.jooq.schema.Tables.MEMORIES;

import dev.supie.application.conversation.port.MemoryStore;
import dev.supie.domain.conversation.Memory;
import dev.supie.domain.kernel.DeviceId;

import java.time.Instant;

/// Memories as rows, one for each badge that has talked.
final class JooqMemoryStore implements MemoryStore {

    private final Transactions transactions;

    JooqMemoryStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Memory load(DeviceId device) {
        return transactions
                .read(
                        sql ->
                                sql.select(MEMORIES.DOCUMENT)
                                        .from(MEMORIES)
                                        .where(MEMORIES.DEVICE_ID.eq(device.value()))
                                        .fetchOptional(MEMORIES.DOCUMENT))
                .map(MemoryDocument::read)
                .orElse(Memory.NOTHING);
    }

    @Override
    public void save(DeviceId device, Memory memory, Instant at) {
        String document = MemoryDocument.write(memory);
        transactions.write(
                sql ->
                        sql.insertInto(MEMORIES)
                                .set(MEMORIES.DEVICE_ID, device.value())
                                .set(MEMORIES.UPDATED_AT, KeptTime.millis(at))
                                .set(MEMORIES.DOCUMENT, document)
                                .onConflict(MEMORIES.DEVICE_ID)
                                .doUpdate()
                                .set(MEMORIES.UPDATED_AT, KeptTime.millis(at))
                                .set(MEMORIES.DOCUMENT, document)
                                .execute());
    }

    @Override
    public void forget(DeviceId device) {
        transactions.write(
                sql ->
                        sql.deleteFrom(MEMORIES)
                                .where(MEMORIES.DEVICE_ID.eq(device.value()))
                                .execute());
    }
}
