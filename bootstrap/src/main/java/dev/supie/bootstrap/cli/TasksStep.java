package dev.supie.bootstrap.cli;

/// What all of `supie tasks …` have in common.
record TasksStep(TasksAction tasks, ServerChoice servers, Output output) {

    int run(TasksAction.Wish wish, ServerOptions options) {
        return servers.ask(options, server -> tasks.run(wish, server, output.out(), output.err()));
    }
}
