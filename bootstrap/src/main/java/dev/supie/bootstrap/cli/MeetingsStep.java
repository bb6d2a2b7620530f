package dev.supie.bootstrap.cli;

/// What all of `supie meetings …` have in common.
record MeetingsStep(MeetingsAction meetings, ServerChoice servers, Output output) {

    int run(MeetingsAction.Wish wish, ServerOptions options) {
        return servers.ask(
                options, server -> meetings.run(wish, server, output.out(), output.err()));
    }
}
