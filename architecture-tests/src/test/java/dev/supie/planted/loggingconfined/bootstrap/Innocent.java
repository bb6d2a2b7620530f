package dev.supie.planted.loggingconfined.bootstrap;

import java.util.logging.Logger;

/// The technology, at home.
interface Innocent {

    Logger use();
}
