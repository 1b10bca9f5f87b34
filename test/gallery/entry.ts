import { direct } from '@animatic/director';
import {
  type Aspect,
  type Mood,
  type Motion,
  type MotionInput,
  motionSchema,
  type Shot,
  type Size,
  STORYBOARD_VERSION,
  type Storyboard,
  storyboardSchema,
  type TransitionKind,
  transitionSchema,
} from '@animatic/schema';
import { outlineOf } from '../golden/support/outline.ts';
import { capture, type Screen, type Stills } from '../golden/support/screen.ts';

/** One clip of the gallery. */
export interface Entry {
  /** Unique; its files' name. */
  id: string;
  title: string;
  /** A few words below the title. */
  note?: string;
  /** Pixels; 960 × 540 without it. */
  size?: Size;
  /** How the file ends: `mp4` without it. */
  output?: 'webm';
  /** Seconds for the picture that stands before it plays; the middle without it. */
  poster?: number;
  board(stills: Stills): Promise<Storyboard> | Storyboard;
}

/** Entries under one heading. */
export interface Section {
  id: string;
  title: string;
  /** In the list of sections, where the title is too long for it. */
  short?: string;
  /** One sentence. */
  about: string;
  /** How wide a tile is at least, CSS pixels. */
  tile?: number;
  /** Tiles of one height instead of one width. */
  even?: boolean;
  entries: Entry[];
}

export interface ShotPlan {
  screen: Screen;
  duration?: number;
  motion?: MotionInput;
  into?:
    | TransitionKind
    | { kind: TransitionKind; duration?: number; direction?: 'left' | 'right' | 'up' | 'down' };
  line?: string;
  /** Words that the director reads, instead of a motion. */
  direction?: string;
}

export interface BoardMore {
  aspect?: Aspect;
  loop?: boolean;
  mood?: Mood;
  burnIn?: boolean;
  transparent?: boolean;
}

/** A storyboard of synthetic screens. */
export function boardOf(stills: Stills, plans: readonly ShotPlan[], more: BoardMore = {}): Storyboard {
  const shots = plans.map(
    ({ screen, duration = 3, motion = {}, into, line = '', direction }, index): Shot => {
      const caption = { direction: direction ?? '', line, title: screen.name };
      const id = `${index}-${screen.name}`;
      const own =
        direction === undefined
          ? motionSchema.parse(motion)
          : directed(screen, direction, duration, more.mood);
      const shot = capture(stills, screen, { id, duration, caption, motion: own });
      if (!into) return shot;
      const transition = typeof into === 'string' ? { kind: into } : into;
      return { ...shot, transition: transitionSchema.parse(transition) };
    },
  );
  return storyboardSchema.parse({
    version: STORYBOARD_VERSION,
    title: 'Gallery',
    format: {
      aspect: more.aspect ?? '16:9',
      resolution: 1080,
      fps: 30,
      ground: more.transparent ? 'transparent' : 'design',
    },
    loop: more.loop ?? false,
    mood: more.mood ?? 'crisp',
    lines: { burnIn: more.burnIn ?? false },
    shots,
  });
}

/** What the director makes of some words, given the structure that the plugin would give it. */
function directed(screen: Screen, direction: string, duration: number, mood: Mood = 'crisp'): Motion {
  const outline = outlineOf(screen);
  return direct({ outline, direction, shotIndex: 0, shotCount: 1, duration, mood }).motion;
}

/** `pan-left` as people write it. */
export function worded(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where a piece of a screen lies. */
export function placeIn(screen: Screen, id: string): { x: number; y: number; width: number; height: number } {
  const piece = screen.pieces.find((one) => one.id === id);
  if (!piece) throw new RangeError(`${screen.name} has no ${id}`);
  return piece.box;
}
