package dev.supie.bootstrap.config;

import java.nio.file.Path;

/// The recognizer that is part of the server.
///
/// @param models the folder that `./supie models fetch` fills; a relative one starts at the working
///   directory of the server
/// @param workers how many pieces of speech are recognized at once
public record SpeechConfig(Path models, int workers) {}
