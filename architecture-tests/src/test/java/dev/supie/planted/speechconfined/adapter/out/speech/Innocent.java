package dev.supie.planted.speechconfined.adapter.out.speech;

import ai.onnxruntime.OrtSession;

/// The technology at home.
interface Innocent {

    OrtSession use();
}
