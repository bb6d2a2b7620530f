package dev.supie.bootstrap.server;

import static dev.supie.bootstrap.server.Measures.counter;
import static dev.supie.bootstrap.server.Measures.gauge;

import com.sun.management.UnixOperatingSystemMXBean;

import dev.supie.adapter.in.http.Metric;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;

/// What the process takes of the machine (OBS-1).
final class ProcessMetrics {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private ProcessMetrics() {}

    static List<Metric> all() {
        List<Metric> all = new ArrayList<>(memory());
        all.addAll(collector());
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof UnixOperatingSystemMXBean unix) {
            all.addAll(system(unix));
        }
        all.add(
                gauge(
                        "jvm_threads",
                        "Platform threads.",
                        ManagementFactory.getThreadMXBean().getThreadCount()));
        all.add(
                gauge(
                        "process_uptime_seconds",
                        "Since the start.",
                        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS_PER_SECOND));
        return all;
    }

    private static List<Metric> memory() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        return List.of(
                gauge(
                        "jvm_memory_heap_used_bytes",
                        "Heap in use, garbage included.",
                        memory.getHeapMemoryUsage().getUsed()),
                gauge(
                        "jvm_memory_heap_max_bytes",
                        "How large the heap may become.",
                        memory.getHeapMemoryUsage().getMax()));
    }

    private static List<Metric> collector() {
        long times = 0;
        long millis = 0;
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            times += Math.max(0, each.getCollectionCount());
            millis += Math.max(0, each.getCollectionTime());
        }
        return List.of(
                counter("jvm_gc_collections_total", "Times that garbage was collected.", times),
                counter(
                        "jvm_gc_seconds_total",
                        "What collecting garbage took, summed.",
                        millis / MILLIS_PER_SECOND));
    }

    private static List<Metric> system(UnixOperatingSystemMXBean unix) {
        return List.of(
                counter(
                        "process_cpu_seconds_total",
                        "Processor time of all threads.",
                        unix.getProcessCpuTime() / NANOS_PER_SECOND),
                gauge(
                        "process_open_fds",
                        "Open files and sockets.",
                        unix.getOpenFileDescriptorCount()),
                gauge(
                        "process_max_fds",
                        "How many may be open; badges beyond get 503.",
                        unix.getMaxFileDescriptorCount()));
    }
}
