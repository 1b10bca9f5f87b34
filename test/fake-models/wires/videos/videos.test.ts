import { toFile } from 'openai';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeModels, startFakeModels } from '../../start.ts';
import { bytesOf, openai, stillFile, videoFacts } from '../../testing.ts';

let models: FakeModels;
beforeEach(async () => {
  models = await startFakeModels({ clock: 'virtual' });
});
afterEach(() => models.stop());

const sora = { model: 'sora-2', prompt: 'a slow push in', size: '1280x720', seconds: '4' } as const;

test('a job is queued, in progress and completed by the clock', async () => {
  const { videos } = openai(models);
  const created = await videos.create(sora);
  expect(created).toMatchObject({
    object: 'video',
    status: 'queued',
    progress: 0,
    seconds: '4',
    size: '1280x720',
  });
  models.control.advance(3);
  expect(await videos.retrieve(created.id)).toMatchObject({ status: 'in_progress', progress: 50 });
  await expect(videos.downloadContent(created.id)).rejects.toMatchObject({ status: 400 });
  models.control.advance(2);
  const done = await videos.retrieve(created.id);
  expect(done).toMatchObject({ status: 'completed', progress: 100, error: null, prompt: 'a slow push in' });
  expect(done.expires_at).toBe((done.completed_at ?? 0) + 3600);
});

test('the clip has the size, the length and the sound that were asked for, its still in the first frame', async () => {
  const { videos } = openai(models);
  const created = await videos.create({
    ...sora,
    model: 'wan-2.2',
    size: '1280x720',
    input_reference: stillFile(1280, 720),
  });
  const withSound = await videos.create({ ...sora, size: '720x1280' });
  models.control.advance(10);
  const silent = await videoFacts(await bytesOf(await videos.downloadContent(created.id)));
  expect(silent).toEqual({
    codec: 'avc',
    sound: null,
    width: 1280,
    height: 720,
    seconds: 4,
    frames: 96,
    fps: 24,
  });
  const sounding = await videoFacts(await bytesOf(await videos.downloadContent(withSound.id)));
  expect(sounding).toMatchObject({ width: 720, height: 1280, sound: 'aac', frames: 96 });
});

test('thumbnail and spritesheet are pictures', async () => {
  const { videos } = openai(models);
  const { id } = await videos.create(sora);
  models.control.advance(10);
  const thumbnail = await videos.downloadContent(id, { variant: 'thumbnail' });
  expect(thumbnail.headers.get('content-type')).toBe('image/webp');
  expect((await bytesOf(await videos.downloadContent(id, { variant: 'spritesheet' })))[0]).toBe(0xff);
});

test('a reference of another size is refused in the words that everybody knows, and not charged', async () => {
  const { videos } = openai(models);
  await expect(videos.create({ ...sora, input_reference: stillFile(1280, 718) })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('Inpaint image must match the requested width and height'),
  });
  expect(models.control.ledger().count).toBe(0);
});

test('a string in place of a file, and a file without its type, are invalid_type', async () => {
  const { videos } = openai(models);
  const form = new FormData();
  form.set('prompt', 'a');
  form.set('model', 'sora-2');
  form.set('input_reference', 'still.png');
  const response = await fetch(`${models.origin}/openai/v1/videos`, { method: 'POST', body: form });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: 'invalid_type', param: 'input_reference' } });
  const nameless = await toFile(new Uint8Array(await stillFile(1280, 720).arrayBuffer()), 'still.png');
  await expect(videos.create({ ...sora, input_reference: nameless })).rejects.toMatchObject({
    status: 400,
    code: 'invalid_type',
  });
});

test.each([
  [{ size: '1024x1792' }, 'size'],
  [{ seconds: '5' }, 'seconds'],
  [{ prompt: '' }, 'prompt'],
  [{ prompt: 'x'.repeat(32_001) }, 'prompt'],
])('sora-2 does not take %j', async (wrong, param) => {
  // Deliberately not what the client's types allow.
  const body = JSON.stringify({ ...sora, ...wrong });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${models.origin}/openai/v1/videos`, { method: 'POST', body, headers });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', param } });
});

test('an image_url is a data URL; nothing is fetched', async () => {
  const { videos } = openai(models);
  const data = Buffer.from(await stillFile(1280, 720).arrayBuffer()).toString('base64');
  const input_reference = { image_url: `data:image/png;base64,${data}` };
  await videos.create({ ...sora, input_reference });
  expect(models.control.jobs()[0]?.look.first).toMatch(/^[0-9a-f]{64}$/);
  await expect(
    videos.create({ ...sora, input_reference: { image_url: 'https://example.com/a.png' } }),
  ).rejects.toMatchObject({ status: 400 });
});

test('the list goes by pages, newest first, and lags where it is told to', async () => {
  const { videos } = openai(models);
  for (let index = 0; index < 5; index++) await videos.create({ ...sora, prompt: `take ${index}` });
  models.control.fault({ fault: 'list_lag', seconds: 20 });
  const late = await videos.create({ ...sora, prompt: 'late' });
  const seen: string[] = [];
  for await (const video of videos.list({ limit: 2 })) seen.push(video.prompt ?? '');
  expect(seen).toEqual(['take 4', 'take 3', 'take 2', 'take 1', 'take 0']);
  expect(await videos.retrieve(late.id)).toMatchObject({ prompt: 'late' });
  models.control.advance(20);
  expect((await videos.list({ limit: 1 })).data[0]?.prompt).toBe('late');
  expect((await videos.list({ limit: 1, order: 'asc' })).data[0]?.prompt).toBe('take 0');
});

test('remix and edit are new videos from an old one, an extension is the whole', async () => {
  const { videos } = openai(models);
  const source = await videos.create(sora);
  await expect(videos.remix(source.id, { prompt: 'at night' })).rejects.toMatchObject({ status: 400 });
  models.control.advance(10);
  const remixed = await videos.remix(source.id, { prompt: 'at night' });
  expect(remixed).toMatchObject({ remixed_from_video_id: source.id, prompt: 'at night', size: '1280x720' });
  const edited = await videos.edit({ prompt: 'without the hat', video: { id: source.id } });
  expect(edited.remixed_from_video_id).toBe(source.id);
  const extended = await videos.extend({ prompt: 'and on', seconds: '8', video: { id: source.id } });
  expect(extended.seconds).toBe('12');
  expect(models.control.ledger().count).toBe(4);
});

test('characters are made from a file and found again', async () => {
  const { videos } = openai(models);
  const made = await videos.createCharacter({
    name: 'Ada',
    video: new File(['x'], 'ada.mp4', { type: 'video/mp4' }),
  });
  expect(await videos.getCharacter(made.id ?? '')).toEqual(made);
});

test('sora stops for nobody; a server of one’s own does, and does not charge', async () => {
  const { videos } = openai(models);
  const strict = await videos.create(sora);
  await expect(videos.delete(strict.id)).rejects.toMatchObject({ status: 400 });
  const open = await videos.create({ ...sora, model: 'wan-2.2' });
  expect(await videos.delete(open.id)).toMatchObject({ deleted: true });
  await expect(videos.retrieve(open.id)).rejects.toMatchObject({ status: 404 });
  expect(models.control.ledger().charges.map(({ dollars, refunded }) => [dollars, refunded])).toEqual([
    [0.4, false],
    [0, true],
  ]);
});

test('files are kept for an hour', async () => {
  const { videos } = openai(models);
  const { id } = await videos.create(sora);
  models.control.advance(3700);
  await expect(videos.downloadContent(id)).rejects.toMatchObject({ status: 404 });
});

test('frames by number and pace are what they say, as open models have them', async () => {
  const form = new FormData();
  const asked = { prompt: 'a', model: 'wan-2.2', size: '832x480', seconds: '5', num_frames: '81', fps: '16' };
  for (const [name, value] of Object.entries(asked)) form.set(name, value);
  const made = await fetch(`${models.origin}/openai/v1/videos`, { method: 'POST', body: form });
  const { id, seconds } = await made.json();
  expect(seconds).toBe('5');
  models.control.advance(10);
  const file = await bytesOf(await openai(models).videos.downloadContent(id));
  expect(await videoFacts(file)).toMatchObject({ width: 832, height: 480, frames: 81, fps: 16 });
});
