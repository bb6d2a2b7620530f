package dev.supie.adapter.out.speech.remote;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import dev.supie.application.fake.ToySpeech;
import dev.supie.application.speech.port.PcmFrame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Reads [ToySpeech] out of the WAV file of a request, so that a letter that was lost, doubled or
/// cut on the way is missing in the answer.
final class ToyTranscriber implements ResponseTransformerV2 {

    static final String NAME = "toy-transcriber";

    @Override
    public Response transform(Response response, ServeEvent event) {
        byte[] wav =
                event.getRequest().getParts().stream()
                        .filter(part -> part.getName().equals("file"))
                        .map(part -> part.getBody().asBytes())
                        .findFirst()
                        .orElseThrow();
        String text = ToySpeech.read(List.of(sound(wav)));
        return Response.Builder.like(response).but().body("{\"text\":\"" + text + "\"}").build();
    }

    /// The samples behind the header.
    static PcmFrame sound(byte[] wav) {
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(SoundBytes.WAV_HEADER_BYTES);
        short[] samples = new short[bytes.remaining() / Short.BYTES];
        bytes.asShortBuffer().get(samples);
        return PcmFrame.of(samples, samples.length);
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
