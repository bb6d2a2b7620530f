package dev.supie.planted.commandlineconfined.bootstrap.cli;

import picocli.CommandLine;

/// The technology, at home.
interface Innocent {

    CommandLine use();
}
