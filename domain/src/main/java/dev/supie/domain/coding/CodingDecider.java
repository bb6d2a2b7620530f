package dev.supie.domain.coding;

import dev.supie.domain.kernel.Decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decides what becomes of what a badge tells about a build (COD-1 to COD-4). Pure.
public record CodingDecider(CodingSettings settings) {

    /// The decision. An accepted one whose next state is the very same object changes nothing.
    public Decision<Coding, CodingEffect, CodingRejection> decide(
            Coding coding, CodingCommand command, Instant now) {
        return switch (coding) {
            case Coding.Idle idle -> whileIdle(idle, command, now);
            case Coding.Running running -> new RunningRules(settings).decide(running, command, now);
            case Coding.Concluding concluding ->
                    new ConcludingRules(settings).decide(concluding, command, now);
        };
    }

    /// When it wants to be woken by [CodingCommand.DeadlineReached]; empty for never.
    public Optional<Instant> deadline(Coding coding) {
        Instant at =
                switch (coding) {
                    case Coding.Idle _ -> Analysis.NEVER;
                    case Coding.Running running -> RunningRules.deadline(running);
                    case Coding.Concluding concluding -> concluding.deadline();
                };
        return at.equals(Analysis.NEVER) ? Optional.empty() : Optional.of(at);
    }

    /// Whoever sends lines without a start has a build running, so a run begins with them.
    private Decision<Coding, CodingEffect, CodingRejection> whileIdle(
            Coding.Idle idle, CodingCommand command, Instant now) {
        return switch (command) {
            case CodingCommand.Start start ->
                    Decision.accept(RunningRules.begun(start, idle.tickets(), now), List.of());
            case CodingCommand.Log(_, String text) -> implied(idle, command, text, now);
            case CodingCommand.Phase(String name, String text) ->
                    implied(idle, command, name + text, now);
            case CodingCommand.Step(String name, String text) ->
                    implied(idle, command, name + text, now);
            case CodingCommand.Stop _,
                    CodingCommand.Clear _,
                    CodingCommand.DeadlineReached _,
                    CodingCommand.Forget _ ->
                    Decision.accept(idle, List.of());
            case CodingCommand.Answered _, CodingCommand.Failed _ ->
                    Decision.reject(CodingRejection.STALE);
        };
    }

    private Decision<Coding, CodingEffect, CodingRejection> implied(
            Coding.Idle idle, CodingCommand command, String text, Instant now) {
        if (text.isBlank()) {
            return Decision.accept(idle, List.of());
        }
        var running = RunningRules.begun(new CodingCommand.Start(false), idle.tickets(), now);
        return new RunningRules(settings).decide(running, command, now);
    }
}
