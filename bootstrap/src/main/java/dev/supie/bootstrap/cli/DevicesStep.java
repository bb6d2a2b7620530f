package dev.supie.bootstrap.cli;

/// What all of `supie devices …` have in common.
record DevicesStep(DevicesAction devices, ServerChoice servers, Output output) {

    int run(DevicesAction.Wish wish, ServerOptions options) {
        return servers.ask(
                options, server -> devices.run(wish, server, output.out(), output.err()));
    }
}
