package dev.supie.application.server.port;

import dev.supie.domain.server.MachineUse;

/// How busy the machine is right now. Answers at once; what cannot be found out is 0. Any thread
/// may ask; the core does so at most about once a second.
public interface MachineLoad {

    MachineUse use();
}
