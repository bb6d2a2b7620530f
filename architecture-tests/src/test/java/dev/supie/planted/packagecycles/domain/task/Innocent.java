package dev.supie.planted.packagecycles.domain.task;

/// In the same package, but in no cycle.
interface Innocent {

    ViolatingTask task();
}
