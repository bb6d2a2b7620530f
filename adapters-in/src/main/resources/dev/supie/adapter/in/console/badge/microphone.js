/** The wearer's voice as Opus, 16 kHz and 60 ms a packet, with what the browser has for it. */

const RATE = 16_000;
const PACKET_MICROS = 60_000;
const BITS_PER_SECOND = 24_000;

/** @type {AudioEncoderConfig} */
const OPUS = {
  codec: "opus",
  sampleRate: RATE,
  numberOfChannels: 1,
  bitrate: BITS_PER_SECOND,
  opus: { frameDuration: PACKET_MICROS },
};

/** @typedef {"ready" | "insecure" | "missing"} Possibility */

/**
 * Whether this page can hear: browsers give microphones to pages of this machine and to HTTPS only.
 *
 * @returns {Possibility}
 */
export function canHear() {
  if (!isSecureContext) {
    return "insecure";
  }
  return "AudioEncoder" in globalThis && "AudioWorkletNode" in globalThis && navigator.mediaDevices !== undefined
    ? "ready"
    : "missing";
}

export class Microphone {
  #context;
  #stream;
  #encoder;
  #node;
  #micros = 0;

  /**
   * @param {AudioContext} context
   * @param {MediaStream} stream
   * @param {(packet: ArrayBuffer) => void} packet
   * @param {(problem: Error) => void} failed
   */
  constructor(context, stream, packet, failed) {
    this.#context = context;
    this.#stream = stream;
    this.#encoder = new AudioEncoder({
      output: (chunk) => {
        const bytes = new ArrayBuffer(chunk.byteLength);
        chunk.copyTo(bytes);
        packet(bytes);
      },
      error: failed,
    });
    this.#encoder.configure(OPUS);
    this.#node = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0 });
    this.#node.port.addEventListener("message", (event) => this.#encode(event.data));
    this.#node.port.start();
    context.createMediaStreamSource(stream).connect(this.#node);
  }

  /**
   * Asks the wearer, and begins to hear.
   *
   * @param {(packet: ArrayBuffer) => void} packet
   * @param {(problem: Error) => void} failed
   */
  static async open(packet, failed) {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
    });
    const context = new AudioContext({ sampleRate: RATE });
    try {
      await context.audioWorklet.addModule(new URL("capture.js", import.meta.url));
      return new Microphone(context, stream, packet, failed);
    } catch (problem) {
      stream.getTracks().forEach((track) => track.stop());
      await context.close();
      throw problem;
    }
  }

  /** Ends when the last packet has been given. */
  async close() {
    this.#node.disconnect();
    this.#stream.getTracks().forEach((track) => track.stop());
    await this.#context.close();
    if (this.#encoder.state === "configured") {
      await this.#encoder.flush();
      this.#encoder.close();
    }
  }

  /** @param {Float32Array<ArrayBuffer>} samples */
  #encode(samples) {
    if (this.#encoder.state !== "configured") {
      return;
    }
    const data = new AudioData({
      format: "f32-planar",
      sampleRate: RATE,
      numberOfFrames: samples.length,
      numberOfChannels: 1,
      timestamp: this.#micros,
      data: samples,
    });
    this.#micros += PACKET_MICROS;
    this.#encoder.encode(data);
    data.close();
  }
}
