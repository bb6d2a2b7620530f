package dev.supie.bootstrap.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sorts what one source gives into values of known keys and things that are wrong with keys.
final class Intake {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Origin> seen = new HashMap<>();
    private final List<Problem> problems;
    private final List<Warning> warnings;

    Intake(Findings findings) {
        this.problems = findings.problems();
        this.warnings = findings.warnings();
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /// Takes a value for a key, or a whole section of them.
    void offer(String writtenKey, Given given, Origin origin) {
        String key = OldNames.current(writtenKey);
        if (OldNames.deservesWarning(writtenKey)) {
            warnings.add(new Warning(origin, writtenKey, "", "is an old name", "write " + key));
        }
        if (origin instanceof Origin.Managed && MachineKeys.contains(key)) {
            refuse(key, given, origin, MachineKeys.WRONG, MachineKeys.FIX);
        } else if (Catalogue.setting(key).isPresent()) {
            known(key, given, origin);
        } else if (Catalogue.isSection(key) && !UnknownKey.isMisspelt(key, given)) {
            section(key, given, origin);
        } else {
            problems.add(UnknownKey.problem(key, given, origin));
        }
    }

    void offerAll(String section, List<Given.Field> fields, Origin origin) {
        for (Given.Field field : fields) {
            String key = section.isEmpty() ? field.name() : section + "." + field.name();
            offer(key, field.value(), origin.atLine(field.line()));
        }
    }

    /// A key without a value is as if it were not there.
    private void refuse(String key, Given given, Origin origin, String wrong, String fix) {
        if (!(given instanceof Given.Nothing)) {
            problems.add(new Problem(origin, key, Shown.ofUnknown(key, given), wrong, fix));
        }
    }

    private void known(String key, Given given, Origin origin) {
        if (!isRepeated(key, origin)) {
            entries.put(key, new Entry(key, given, origin));
        }
    }

    private void section(String key, Given given, Origin origin) {
        switch (given) {
            case Given.Fields(List<Given.Field> fields) -> {
                if (!isRepeated(key, origin)) {
                    offerAll(key, fields, origin);
                }
            }
            case Given.Nothing() -> {}
            case Given.Text _, Given.Items _ ->
                    problems.add(
                            new Problem(
                                    origin,
                                    key,
                                    Shown.ofUnknown(key, given),
                                    "is a section, not a value",
                                    "give one of its keys: "
                                            + String.join(", ", Catalogue.below(key))));
        }
    }

    /// YAML would silently let the last of two win; on the command line that is the custom.
    private boolean isRepeated(String key, Origin origin) {
        Optional<Origin> first = Optional.ofNullable(seen.putIfAbsent(key, origin));
        if (first.isEmpty() || origin instanceof Origin.Option) {
            return false;
        }
        problems.add(
                new Problem(
                        origin,
                        key,
                        "",
                        "is given twice, first at " + first.get().text(),
                        "keep one of them"));
        return true;
    }
}
