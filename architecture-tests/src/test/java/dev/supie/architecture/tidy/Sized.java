package dev.supie.architecture.tidy;

/// One measured thing.
///
/// @param where the file's path, and for what is inside a file `#Type.method(parameters)` after it
record Sized(Measure measure, String where, int size) {

    boolean isOver() {
        return size > measure.limit();
    }
}
