/** Plays the answers: Opus packets as they come, one behind the other. */

const RATE = 24_000;
const PACKET_MICROS = 60_000;

/** Time for late packets before the first one is heard. */
const HEAD_START_SECONDS = 0.12;

export class Speaker {
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {AudioDecoder | null} */
  #decoder = null;
  /** @type {Set<AudioBufferSourceNode>} */
  #playing = new Set();
  #next = 0;
  #micros = 0;
  #played;

  /** @param {(seconds: number) => void} played told of each packet when it is over */
  constructor(played) {
    this.#played = played;
  }

  static possible() {
    return "AudioDecoder" in globalThis && "AudioContext" in globalThis;
  }

  /** Browsers let a page be heard once its user has done something with it. */
  wake() {
    if (Speaker.possible()) {
      this.#context ??= new AudioContext({ sampleRate: RATE });
      this.#context.resume().catch(() => {});
    }
  }

  /** @param {ArrayBuffer} packet */
  play(packet) {
    if (this.#context === null || packet.byteLength === 0) {
      return;
    }
    if (this.#decoder === null || this.#decoder.state === "closed") {
      this.#decoder = new AudioDecoder({ output: (data) => this.#sound(data), error: () => {} });
      this.#decoder.configure({ codec: "opus", sampleRate: RATE, numberOfChannels: 1 });
    }
    this.#decoder.decode(new EncodedAudioChunk({ type: "key", timestamp: this.#micros, data: packet }));
    this.#micros += PACKET_MICROS;
  }

  /** Silence, at once. */
  hush() {
    this.#playing.forEach((source) => source.stop());
    this.#playing.clear();
    this.#next = 0;
  }

  /** @param {AudioData} data */
  #sound(data) {
    const context = this.#context;
    if (context === null) {
      data.close();
      return;
    }
    const buffer = context.createBuffer(1, data.numberOfFrames, data.sampleRate);
    const samples = new Float32Array(data.numberOfFrames);
    data.copyTo(samples, { planeIndex: 0, format: "f32-planar" });
    data.close();
    buffer.copyToChannel(samples, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(context.destination);
    const at = Math.max(this.#next, context.currentTime + (this.#playing.size === 0 ? HEAD_START_SECONDS : 0));
    source.start(at);
    this.#next = at + buffer.duration;
    this.#playing.add(source);
    source.addEventListener("ended", () => {
      if (this.#playing.delete(source)) {
        this.#played(buffer.duration);
      }
    });
  }
}
