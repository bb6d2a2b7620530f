package dev.supie.bootstrap.config;

import java.nio.file.Path;
import java.util.Map;

/// What a reference such as `${NAME}` or `file:key.txt` is resolved against.
record Surroundings(Map<String, String> variables, Path folder) {}
