import * as z from 'zod';

const seconds = z.number().min(0).max(86_400);

const fields = z.object({
  /** Seconds that a video waits for its turn, and that it takes. */
  queuedSeconds: seconds,
  workSeconds: seconds,
  /** Seconds that an image takes; on a virtual clock it is there at once. */
  imageSeconds: seconds,
  /** Seconds that the language model takes. */
  answerSeconds: seconds,
  /** Seconds for which finished files are kept. */
  keepSeconds: seconds,
  /** How many different looks words come to: each is encoded once for a size and a length. */
  looks: z.number().int().min(1).max(1000),
  /** A zoom without steps, at half as much work again. */
  smooth: z.boolean(),
  /** Real seconds after which a call that hangs is cut; 0 holds it until who called gives up. */
  hangSeconds: seconds,
  /** Frames a second of the clips. */
  fps: z.number().min(1).max(60),
});

/** How the pretend vendor behaves where nothing is wrong. */
export type Settings = z.infer<typeof fields>;

/** What changes of them. */
export const settingsChangeSchema = fields.partial();

export const defaultSettings: Settings = {
  queuedSeconds: 1,
  workSeconds: 4,
  imageSeconds: 0,
  answerSeconds: 0,
  keepSeconds: 3600,
  looks: 8,
  smooth: false,
  hangSeconds: 0,
  fps: 24,
};
