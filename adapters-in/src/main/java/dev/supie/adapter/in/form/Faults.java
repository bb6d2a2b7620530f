package dev.supie.adapter.in.form;

import java.util.ArrayList;
import java.util.List;

/// What is missing in a request and what is wrong with it, so that whoever sent it is told all of
/// it at once (MSG-4).
public final class Faults {

    private final List<String> missing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    public void missing(String field) {
        missing.add(field);
    }

    public void wrong(String fault) {
        wrong.add(fault);
    }

    public boolean isEmpty() {
        return missing.isEmpty() && wrong.isEmpty();
    }

    /// Everything that was found, in one line; empty if nothing was.
    public String text() {
        List<String> faults = new ArrayList<>();
        if (!missing.isEmpty()) {
            faults.add("missing: " + String.join(",", missing));
        }
        faults.addAll(wrong);
        return String.join("; ", faults);
    }
}
