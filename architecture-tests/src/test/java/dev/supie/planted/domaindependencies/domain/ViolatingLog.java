package dev.supie.planted.domaindependencies.domain;

/// Logs from the core, with a type of an allowed package.
final class ViolatingLog {

    System.Logger log = System.getLogger("core");
}
