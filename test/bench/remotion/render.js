import { fileURLToPath } from 'node:url';
import { bundle } from '@remotion/bundler';
import { openBrowser, renderMedia, selectComposition } from '@remotion/renderer';

/**
 * A process that renders one scene with Remotion as often as it is asked to, through messages:
 * `{ prepare: { publicDir, size, fps, frames, browserExecutable } }` once, then `{ out }`. Bundling and starting the
 * browser are not part of a turn: only `renderMedia` is timed.
 */
let scene;

const answers = {
  async prepare({ publicDir, browserExecutable, ...inputProps }) {
    const entryPoint = fileURLToPath(new URL('src/index.jsx', import.meta.url));
    const serveUrl = await bundle({ entryPoint, publicDir });
    const puppeteerInstance = await openBrowser('chrome', { browserExecutable });
    const shared = { serveUrl, inputProps, puppeteerInstance, browserExecutable, logLevel: 'error' };
    const composition = await selectComposition({ ...shared, id: 'scene' });
    scene = { ...shared, composition };
    return { frames: composition.durationInFrames };
  },
  async out(outputLocation) {
    const began = performance.now();
    await renderMedia({
      ...scene,
      outputLocation,
      codec: 'h264',
      crf: 18,
      x264Preset: 'veryfast',
      pixelFormat: 'yuv420p',
      colorSpace: 'bt709',
      muted: true,
      concurrency: 2,
    });
    return { frames: scene.composition.durationInFrames, seconds: (performance.now() - began) / 1000 };
  },
  async close() {
    await scene?.puppeteerInstance.close({ silent: true });
    process.disconnect();
    return {};
  },
};

process.on('message', async (message) => {
  const [name] = Object.keys(message);
  try {
    const answer = await answers[name](message[name]);
    if (process.connected) process.send(answer);
  } catch (error) {
    process.send({ error: error.stack ?? String(error) });
  }
});
