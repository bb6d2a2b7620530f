package dev.supie.application.server;

import dev.supie.application.server.port.MachineLoad;
import dev.supie.domain.server.StatsToAll;

import java.util.function.Supplier;

/// Where statistics come from and who gets them unasked.
///
/// @param toAll asked anew for every push (CFG-3)
public record StatsSource(MachineLoad machine, Supplier<StatsToAll> toAll) {}
