package dev.supie.adapter.out.speech.remote;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.application.speech.port.PcmFrame;
import dev.supie.domain.kernel.SessionId;

/// What a FunASR service is told round the sound. Pure.
final class FunAsrRequest {

    /// 60 ms in each message, always: the service divides by the length of the last one.
    static final int FRAME_BYTES = 60 * PcmFrame.SAMPLE_RATE / 1_000 * Short.BYTES;

    /// Units of 60 ms: what is looked at before, at once (600 ms) and ahead.
    private static final int[] CHUNK_SIZE = {5, 10, 5};

    private static final int CHUNK_INTERVAL = 10;
    private static final int ENCODER_LOOK_BACK = 4;
    private static final JsonMapper JSON = new JsonMapper();

    private FunAsrRequest() {}

    /// The first message.
    static String start(SessionId session) {
        ObjectNode start = JSON.createObjectNode();
        start.put("mode", "2pass");
        var size = start.putArray("chunk_size");
        for (int units : CHUNK_SIZE) {
            size.add(units);
        }
        start.put("chunk_interval", CHUNK_INTERVAL);
        start.put("encoder_chunk_look_back", ENCODER_LOOK_BACK);
        start.put("decoder_chunk_look_back", 0);
        start.put("audio_fs", PcmFrame.SAMPLE_RATE);
        start.put("wav_name", session.value());
        start.put("wav_format", "pcm");
        start.put("is_speaking", true);
        start.put("itn", true);
        return start.toString();
    }

    /// The last one; older versions look at the first key and newer ones at both.
    static String end() {
        return JSON.createObjectNode().put("is_speaking", false).put("is_end", true).toString();
    }
}
