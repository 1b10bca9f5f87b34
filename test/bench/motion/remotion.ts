import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from '../../support/browser.ts';
import { ask } from './ask.ts';
import { familySeconds } from './cpu.ts';
import { type DrawnScene, drawScene } from './drawn.ts';
import type { Scene } from './scenes.ts';
import type { Turn } from './turn.ts';

const home = fileURLToPath(new URL('../remotion', import.meta.url));

/** Remotion with one scene, in a process of its own. */
export interface Remotion {
  scene: DrawnScene;
  render(out: string): Promise<Turn>;
  close(): Promise<void>;
}

/** Installs Remotion into its own folder, unless it is there. */
export async function installRemotion(): Promise<void> {
  if (existsSync(join(home, 'node_modules', '.package-lock.json'))) return;
  console.error('  Installing Remotion into test/bench/remotion, this once …');
  const npm = spawn('npm', ['ci', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`npm ci in test/bench/remotion ended with ${code}`);
}

/** Samples the scene into `folder`, bundles, and starts Remotion's browser: none of it is measured. */
export async function startRemotion(scene: Scene, folder: string): Promise<Remotion> {
  const drawn = await drawScene(scene, folder);
  await writeFile(join(folder, 'frames.json'), JSON.stringify(drawn.frames));
  const browserExecutable = await chromiumPath();
  const child = fork(join(home, 'render.js'), { stdio: ['ignore', 2, 'inherit', 'ipc'] });
  await ask(child, {
    prepare: {
      publicDir: folder,
      browserExecutable,
      size: scene.size,
      fps: scene.board.format.fps,
      frames: drawn.frames.length,
    },
  });
  return {
    scene: drawn,
    async render(out) {
      const pid = child.pid ?? 0;
      const cpu = familySeconds(pid);
      const timed = await ask<Pick<Turn, 'seconds' | 'frames'>>(child, { out });
      return { ...timed, cpuSeconds: familySeconds(pid) - cpu };
    },
    async close() {
      if (!child.connected) return;
      const closed = once(child, 'exit');
      child.send({ close: true });
      const patience = setTimeout(() => child.kill(), 10_000);
      await closed;
      clearTimeout(patience);
    },
  };
}
