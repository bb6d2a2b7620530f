package dev.supie.application.connection.port;

import dev.supie.domain.coding.CodingCommand;

/// What a message about a build is about (COD-1).
public enum BuildEvent {
    START,
    STOP,
    CLEAR,
    PHASE,
    LOG,
    STEP;

    public static BuildEvent of(CodingCommand.Told told) {
        return switch (told) {
            case CodingCommand.Start _ -> START;
            case CodingCommand.Stop _ -> STOP;
            case CodingCommand.Clear _ -> CLEAR;
            case CodingCommand.Phase _ -> PHASE;
            case CodingCommand.Log _ -> LOG;
            case CodingCommand.Step _ -> STEP;
        };
    }
}
