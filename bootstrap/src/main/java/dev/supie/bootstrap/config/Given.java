package dev.supie.bootstrap.config;

import java.util.List;

/// A value as somebody wrote it, before it is known what it should be.
sealed interface Given {

    /// A scalar, quoted or not. Its YAML type is ignored on purpose: what a value is follows from
    /// its key, so `model: 4.10` keeps its zero and `"8004"` is a port.
    record Text(String value) implements Given {}

    /// A key without a value: as if the key were not there.
    record Nothing() implements Given {}

    record Items(List<Given> items) implements Given {}

    record Fields(List<Field> fields) implements Given {}

    /// One key of a mapping; `line` counts from 1.
    record Field(String name, int line, Given value) {}
}
