package dev.supie.planted.loggingconfined.adapter.out.llm;

import java.util.logging.Logger;

/// The technology, away from home.
interface Violating {

    Logger use();
}
