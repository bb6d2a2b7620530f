package dev.supie.planted.optionalfields.domain;

import java.util.Optional;

/// Answers with an Optional, keeps none.
record Innocent(String title) {

    Optional<String> shown() {
        return Optional.of(title).filter(text -> !text.isEmpty());
    }
}
