package dev.supie.adapter.out.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// When a disk counts as full.
class DiskRoomTest {

    private final AtomicLong usable = new AtomicLong(DiskRoom.RESERVE);
    private final DiskRoom room = new DiskRoom(usable::get, Path.of("data"));

    @Test
    void theReserveIsEnough() {
        assertEquals(Optional.empty(), room.shortage());
    }

    @Test
    void aByteLessThanTheReserveIsNot() {
        usable.decrementAndGet();
        assertEquals(Optional.of("the disk is full: 15 MiB are left for data"), room.shortage());
    }

    @Test
    void onceFullItTakesMoreThanTheReserve() {
        usable.decrementAndGet();
        assertTrue(room.shortage().isPresent());
        usable.set(DiskRoom.RESERVE + DiskRoom.MARGIN - 1);
        assertTrue(room.shortage().isPresent());
        usable.incrementAndGet();
        assertEquals(Optional.empty(), room.shortage());
        usable.set(DiskRoom.RESERVE);
        assertEquals(Optional.empty(), room.shortage());
    }

    @Test
    void moreThanIsFreeBesideTheReserveIsTooMuchAtOnce() {
        usable.addAndGet(1000);
        assertEquals(Optional.empty(), room.shortageFor(1000));
        assertTrue(room.shortageFor(1001).orElse("").contains("not enough room"));
    }

    @Test
    void aDiskThatDoesNotSayHowFullItIsCountsAsOneWithRoom() {
        var silent =
                new DiskRoom(
                        () -> {
                            throw new IOException("planned");
                        },
                        Path.of("data"));
        assertEquals(Optional.empty(), silent.shortage());
        assertEquals(Optional.empty(), silent.shortageFor(Long.MAX_VALUE / 2));
    }
}
