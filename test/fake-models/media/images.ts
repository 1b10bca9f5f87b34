import type { Canvas } from '@napi-rs/canvas';
import type { Size } from '../jobs/job.ts';
import type { Settings } from '../settings.ts';
import { wordsLook } from './look.ts';
import { coarse, paintImage } from './paint-image.ts';
import type { Pictures } from './pictures.ts';

export const imageFormats = ['png', 'jpeg', 'webp'] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** An image that is asked for. */
export interface ImageAsk {
  size: Size;
  model: string;
  prompt: string;
  /** Names of pictures that were sent. */
  inputs: readonly string[];
  mask: string | null;
  transparent: boolean;
  format: ImageFormat;
}

const KEPT = 64;

/** Images made on the spot; equal ones are made once. */
export class Images {
  private readonly kept = new Map<string, Promise<Buffer>>();
  private readonly pictures: Pictures;
  private readonly settings: Settings;

  constructor(pictures: Pictures, settings: Settings) {
    this.pictures = pictures;
    this.settings = settings;
  }

  /** The file of one of several images; `step` is one on the way, from 0. */
  file(ask: ImageAsk, index: number, step: number | null): Promise<Buffer> {
    const look = wordsLook(ask.prompt, this.settings.looks);
    const key = JSON.stringify([{ ...ask, prompt: look }, index, step]);
    const found = this.kept.get(key);
    if (found) return found;
    const made = this.paint(ask, look, index).then((canvas) =>
      encode(step === null ? canvas : coarse(canvas, step, ask.size, ask.model), ask.format),
    );
    this.kept.set(key, made);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value ?? key);
    return made;
  }

  clear(): void {
    this.kept.clear();
  }

  private paint(ask: ImageAsk, look: number, index: number): Promise<Canvas> {
    const bytes = (name: string) => this.pictures.get(name).bytes;
    const { size, model, transparent } = ask;
    const mask = ask.mask === null ? undefined : bytes(ask.mask);
    return paintImage({ size, model, transparent, look, index, inputs: ask.inputs.map(bytes), mask });
  }
}

const encode = (canvas: Canvas, format: ImageFormat): Promise<Buffer> =>
  format === 'png' ? canvas.encode('png') : canvas.encode(format, 90);
