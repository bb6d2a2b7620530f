package dev.supie.bootstrap.cli;

/// What all of `supie admin …`, `supie backup` and `supie restore` have in common.
record AdminStep(AdminAction admin, ServerChoice servers, Output output) {

    int run(AdminAction.Wish wish, ServerOptions options) {
        return servers.ask(options, server -> run(wish, server));
    }

    int run(AdminAction.Wish wish, FolderOptions options) {
        return servers.ask(options, server -> run(wish, server));
    }

    private int run(AdminAction.Wish wish, RunningServer server) {
        return admin.run(wish, server, output.out(), output.err());
    }
}
