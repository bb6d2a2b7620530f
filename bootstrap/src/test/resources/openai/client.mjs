// A program as its writer would write it for OpenAI: has a sentence said, listens to it, and does what
// is refused. Prints what it gets, one line of JSON each.
import fs from 'node:fs';
import OpenAI, { toFile } from 'openai';

const [baseURL, apiKey, sentence, folder] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const say = (what) => console.log(JSON.stringify(what));
const refused = async (what) => {
  try {
    await what();
    say({ refused: false });
  } catch (failure) {
    say({
      kind: failure.constructor.name,
      status: failure.status,
      type: failure.type,
      param: failure.param,
      code: failure.code,
    });
  }
};

const speech = { model: 'tts-1', voice: 'alloy', input: sentence, response_format: 'wav' };
const wav = await client.audio.speech.create(speech);
const sound = Buffer.from(await wav.arrayBuffer());
say({ type: wav.headers.get('content-type'), begins: sound.subarray(0, 4).toString() });

const pcm = await client.audio.speech.create({ ...speech, response_format: 'pcm' });
say({ bytes: (await pcm.arrayBuffer()).byteLength });

const heard = await client.audio.transcriptions.create({
  model: 'whisper-1',
  file: await toFile(sound, 'speech.wav'),
});
say({ text: heard.text });

// From a file, which the client sends in chunks of a length that nobody knows before.
const file = `${folder}/speech.wav`;
fs.writeFileSync(file, sound);
const verbose = await client.audio.transcriptions.create({
  model: 'embedded',
  language: 'en',
  response_format: 'verbose_json',
  file: fs.createReadStream(file),
});
say({
  text: verbose.text,
  language: verbose.language,
  duration: verbose.duration,
  segments: verbose.segments.length,
});

const plain = await client.audio.transcriptions.create({
  model: 'whisper-1',
  response_format: 'text',
  file: await toFile(sound, 'speech.wav'),
});
say({ plain });

await refused(() => client.audio.speech.create({ ...speech, response_format: 'mp3' }));
await refused(() => client.audio.speech.create({ ...speech, model: 'somebody' }));
await refused(async () =>
  client.audio.transcriptions.create({
    model: 'whisper-1',
    language: 'zh',
    file: await toFile(sound, 'speech.wav'),
  }),
);
await refused(async () =>
  client.audio.transcriptions.create({
    model: 'whisper-1',
    file: await toFile(Buffer.from('no sound'), 'speech.wav'),
  }),
);
await refused(() =>
  new OpenAI({ baseURL, apiKey: 'wrong', maxRetries: 0 }).audio.speech.create(speech),
);
