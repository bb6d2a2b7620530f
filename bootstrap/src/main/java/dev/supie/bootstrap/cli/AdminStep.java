package dev.supie.bootstrap.cli;

/// What all of `supie admin …`, `supie backup` and `supie restore` have in common.
record AdminStep(AdminAction admin, ServerChoice servers, Output output) {

    int run(AdminAction.Wish wish, ServerOptions options) {
        return servers.ask(options, server -> admin.run(wish, server, output.out(), output.err()));
    }
}
