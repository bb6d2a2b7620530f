package dev.supie.domain.coding.signal;

import java.util.List;

/// Understands the lines of one build tool. Pure, and in a time that grows with the length of the
/// line only: lines are looked through from left to right, without patterns that go back.
interface Recognizer {

    /// What the line says, in order; empty if it says nothing, or is of another tool.
    List<Signal> read(Line line);
}
