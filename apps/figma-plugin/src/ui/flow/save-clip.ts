import { chooseCodec, saveClip } from '@animatic/motion/browser';
import { isCancelled } from '../bridge/bridge-error.ts';
import { isSaving, type Problem, type SavedFile, type Saving } from '../store/state.ts';
import { captureBoard } from './capture-board.ts';
import { fileName } from './file-name.ts';
import type { FrameKeeper } from './look-after-frames.ts';
import { CannotRender, problemOf } from './problems.ts';
import type { Session } from './session.ts';

export interface SaveFlow {
  /** Captures, draws and encodes the clip in the panel, and hands it to the browser as a download. */
  start(): void;
  /** Cancels what is under way, or puts the result away. */
  cancel(): void;
  /** Hands the file to the browser once more. */
  download(): void;
  /** Puts the file beside the frames. */
  place(): Promise<void>;
}

/** Milliseconds between two words about progress. */
const TOLD = 100;

const cannotEncode: Problem = {
  title: 'This browser cannot encode video',
  detail:
    'Saving needs WebCodecs, as Figma’s desktop app, Chrome and Edge have it. Render makes the clip on the server.',
};

/** A clip without server or account: drawn by the player's code, encoded in this frame. */
export function saveFlow(session: Session, keeper: FrameKeeper, download = downloadFile): SaveFlow {
  const { bridge, store, derive, origin } = session;
  let stop: AbortController | undefined;
  /** The bytes of what was saved last, for the canvas. */
  let made: { bytes: Uint8Array<ArrayBuffer>; poster: Blob | null } | null = null;

  const set = (saving: Saving | null) => {
    const before = store.get().saving;
    if (before?.step === 'done' && (saving?.step !== 'done' || saving.file.url !== before.file.url))
      URL.revokeObjectURL(before.file.url);
    store.dispatch({ type: 'set', values: { saving } });
  };

  const run = async (signal: AbortSignal) => {
    const total = store.get().history.present.shots.length;
    set({ step: 'capturing', done: 0, total, name: '' });
    const { stills } = await captureBoard(session, keeper, signal, (job) => {
      if (job.step === 'capturing') set(job);
    });
    const state = store.get();
    const { title, format, loop, lines } = state.history.present;
    const { shots, size } = derive(state);
    const chosen = await chooseCodec(size, format.fps, format.ground === 'transparent');
    if (!chosen) throw new CannotRender(cannotEncode);
    const { container } = chosen;
    const begun = performance.now();
    let told = 0;
    const tell = (done: number, frames: number) => {
      const now = performance.now();
      if (done < frames && now - told < TOLD) return;
      told = now;
      set({ step: 'encoding', container, done, total: frames, seconds: (now - begun) / 1000 });
    };
    tell(0, Math.round(derive(state).seconds * format.fps));
    const saved = await saveClip({
      shots,
      format,
      loop,
      lines,
      size,
      fps: format.fps,
      chosen,
      signal,
      onProgress: tell,
      bitmapOf(hash) {
        const blob = stills.get(hash);
        if (!blob) throw new Error('A picture of this shot is missing. Capture it again.');
        return createImageBitmap(blob);
      },
      // A board of sixty frames would fill the memory.
      letGo: (bitmap) => bitmap.close(),
    });
    made = saved;
    const file: SavedFile = {
      name: `${fileName(title || state.file)}.${container}`,
      url: URL.createObjectURL(new Blob([saved.bytes], { type: saved.type })),
      bytes: saved.bytes.byteLength,
      container,
      size,
      frames: [...new Set(shots.map((shot) => shot.source.node))],
    };
    set({ step: 'done', file, placing: 'no', refusal: null });
    download(file);
  };

  return {
    start() {
      const { job, saving } = store.get();
      if ((job && job.step !== 'failed') || isSaving(saving)) return;
      stop = new AbortController();
      const { signal } = stop;
      run(signal).catch((error: unknown) => {
        if (signal.aborted || isCancelled(error)) return;
        const problem = error instanceof CannotRender ? error.problem : problemOf(error, origin);
        set({ step: 'failed', problem });
      });
    },
    cancel() {
      stop?.abort();
      made = null;
      set(null);
    },
    download() {
      const { saving } = store.get();
      if (saving?.step === 'done') download(saving.file);
    },
    async place() {
      const { saving } = store.get();
      if (saving?.step !== 'done' || saving.placing === 'busy' || !made?.poster) return;
      const { file } = saving;
      const still = (values: Partial<typeof saving>) => {
        const now = store.get().saving;
        if (now?.step === 'done' && now.file === file) set({ ...now, ...values });
      };
      still({ placing: 'busy', refusal: null });
      try {
        const { placed, reason } = await bridge.ask('place-clip', {
          title: file.name,
          link: null,
          width: file.size.width,
          height: file.size.height,
          clip: made.bytes,
          poster: new Uint8Array(await made.poster.arrayBuffer()),
          near: file.frames,
        });
        still({ placing: placed, refusal: reason });
      } catch (error) {
        still({ placing: 'no', refusal: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}

/** A link that is pressed by itself: what a frame without an origin can do to give a file. */
export function downloadFile({ url, name }: Pick<SavedFile, 'url' | 'name'>): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
