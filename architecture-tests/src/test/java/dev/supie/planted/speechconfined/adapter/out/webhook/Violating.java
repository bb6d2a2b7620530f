package dev.supie.planted.speechconfined.adapter.out.webhook;

import ai.onnxruntime.OrtSession;

/// The technology, away from home.
interface Violating {

    OrtSession use();
}
