package dev.supie.application.administration.port;

/// Reads the configuration again and puts it into force (CFG-3). Takes as long as that takes, and
/// may be asked by many threads.
@FunctionalInterface
public interface Reloading {

    ReloadReport reload();
}
