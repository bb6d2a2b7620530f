package dev.supie.architecture.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The things that are over a limit for a reason: `measure | where | size | reason` a line, `#` for
/// comments.
///
/// A ratchet: nothing joins without a reason, nothing on it grows, and what has shrunk leaves it.
record SizeBaseline(List<Entry> entries) {

    /// One thing that is over a limit.
    record Entry(Measure measure, String where, int size, String reason) {}

    static SizeBaseline read(String text) {
        return new SizeBaseline(
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(SizeBaseline::entry)
                        .toList());
    }

    private static Entry entry(String line) {
        String[] parts = line.split("\\s*\\|\\s*", -1);
        if (parts.length != 4 || parts[3].isBlank()) {
            throw new IllegalArgumentException("not `measure | where | size | reason`: " + line);
        }
        return new Entry(Measure.valueOf(parts[0]), parts[1], Integer.parseInt(parts[2]), parts[3]);
    }

    /// What is over its limit and not on the baseline with exactly its size, and what is on the
    /// baseline for nothing.
    List<String> complaints(List<Sized> sizes) {
        List<String> complaints = new ArrayList<>();
        Map<String, Integer> over = new TreeMap<>();
        for (Sized sized : sizes) {
            if (sized.isOver()) {
                over.merge(key(sized.measure(), sized.where()), sized.size(), Math::max);
            }
        }
        for (Entry entry : entries) {
            Integer size = over.remove(key(entry.measure(), entry.where()));
            if (size == null) {
                complaints.add("is on the baseline for nothing: " + entry);
            } else if (size != entry.size()) {
                complaints.add("is now " + size + ", not as on the baseline: " + entry);
            }
        }
        over.forEach((key, size) -> complaints.add("is over the limit: " + key + " | " + size));
        return complaints;
    }

    private static String key(Measure measure, String where) {
        return measure + " | " + where;
    }
}
