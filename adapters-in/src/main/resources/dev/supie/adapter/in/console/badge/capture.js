/** Runs in the audio thread: cuts what the microphone gives into packets of 60 ms. */

const PACKET_SAMPLES = 960;

class Capture extends AudioWorkletProcessor {
  #packet = new Float32Array(PACKET_SAMPLES);
  #filled = 0;

  /** @param {Float32Array[][]} inputs */
  process(inputs) {
    const samples = inputs[0]?.[0];
    for (let from = 0; samples !== undefined && from < samples.length; ) {
      const part = samples.subarray(from, from + PACKET_SAMPLES - this.#filled);
      this.#packet.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
      if (this.#filled === PACKET_SAMPLES) {
        this.port.postMessage(this.#packet, [this.#packet.buffer]);
        this.#packet = new Float32Array(PACKET_SAMPLES);
        this.#filled = 0;
      }
    }
    return true;
  }
}

registerProcessor("capture", Capture);
