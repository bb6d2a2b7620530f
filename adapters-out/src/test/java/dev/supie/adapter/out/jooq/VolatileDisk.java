package dev.supie.adapter.out.jooq;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// One file as it is on a disk whose power may go at any moment: all that was synced is there, and
/// of what was written since any part, in blocks, in any order.
final class VolatileDisk {

    /// What a disk writes whole or not at all.
    private static final int BLOCK_BYTES = 4096;

    private final List<Change> unsynced = new ArrayList<>();
    private byte[] synced = {};
    private long written;
    private volatile Runnable watcher = () -> {};

    /// What may or may not have arrived yet.
    private sealed interface Change {

        /// Within one block.
        @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
        record Written(int position, byte[] bytes) implements Change {}

        record Truncated(int size) implements Change {}
    }

    /// Called before each further change.
    void beforeChange(Runnable watcher) {
        this.watcher = watcher;
    }

    synchronized void write(ByteBuffer bytes, long position) {
        watcher.run();
        long start = position;
        while (bytes.hasRemaining()) {
            long room = BLOCK_BYTES - start % BLOCK_BYTES;
            byte[] block = new byte[(int) Math.min(bytes.remaining(), room)];
            bytes.get(block);
            unsynced.add(new Change.Written(Math.toIntExact(start), block));
            start += block.length;
        }
        written += start - position;
    }

    synchronized void truncate(long size) {
        watcher.run();
        unsynced.add(new Change.Truncated(Math.toIntExact(size)));
    }

    synchronized void sync() {
        watcher.run();
        synced = after(synced, unsynced);
        unsynced.clear();
    }

    /// All bytes ever.
    synchronized long written() {
        return written;
    }

    synchronized long size() {
        return synced.length;
    }

    /// What is found when the power is back.
    ///
    /// @param chance says what of the rest had arrived
    synchronized byte[] afterPowerLoss(RandomGenerator chance) {
        double share = chance.nextDouble();
        List<Change> arrived = unsynced.stream().filter(_ -> chance.nextDouble() < share).toList();
        return after(synced.clone(), arrived);
    }

    private static byte[] after(byte[] before, List<Change> changes) {
        byte[] content = before;
        for (Change change : changes) {
            switch (change) {
                case Change.Written(int position, byte[] bytes) -> {
                    if (content.length < position + bytes.length) {
                        content = Arrays.copyOf(content, position + bytes.length);
                    }
                    System.arraycopy(bytes, 0, content, position, bytes.length);
                }
                case Change.Truncated(int size) ->
                        content = Arrays.copyOf(content, Math.min(size, content.length));
            }
        }
        return content;
    }
}
