import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { main } from '../main.ts';
import type { RenderContext } from '../render-once.ts';

/** A folder to render in, and what the command says there. */
export interface Stage {
  folder: string;
  path(name: string): string;
  write(name: string, content: unknown): void;
  /** A picture of a screen: a bar, a card, a button. */
  still(
    name: string,
    options?: { width?: number; height?: number; color?: string; paper?: string; details?: number },
  ): void;
  /** Runs the command as from this folder. */
  run(
    args: readonly string[],
    more?: Partial<RenderContext>,
  ): Promise<{ code: number; out: string; err: string }>;
  close(): void;
}

/** @example const stage = openStage(); stage.still('home.png'); await stage.run(['storyboard.json']); */
export function openStage(): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'animatic-render-'));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    write: (name, content) =>
      writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
    still(name, { width = 640, height = 360, color = '#2a6', paper = '#faf8f4', details = 0 } = {}) {
      const canvas = createCanvas(width, height);
      const context = canvas.getContext('2d');
      context.fillStyle = paper;
      context.fillRect(0, 0, width, height);
      context.fillStyle = color;
      context.fillRect(width * 0.1, height * 0.2, width * 0.5, height * 0.3);
      for (let at = 0; at < details; at++) {
        context.fillStyle = `hsl(${(at * 47) % 360} 60% 50%)`;
        context.fillRect((at * 61) % width, (at * 37) % height, 9, 5);
      }
      const isJpeg = name.endsWith('.jpg');
      writeFileSync(path(name), isJpeg ? canvas.toBuffer('image/jpeg') : canvas.toBuffer('image/png'));
    },
    async run(args, more = {}) {
      let out = '';
      let err = '';
      const code = await main(args, {
        cwd: folder,
        ffmpeg: undefined,
        stdout: { write: (text) => (out += text), isTTY: false, columns: 80 },
        stderr: { write: (text) => (err += text), isTTY: false, columns: 80 },
        signal: new AbortController().signal,
        ...more,
      });
      return { code, out, err };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
