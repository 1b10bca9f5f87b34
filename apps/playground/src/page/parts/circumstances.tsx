import type { Playground } from '../model/playground.ts';

/** Circumstances that a plugin meets at other people's desks; they hold from its next run on. */
export function Circumstances({ playground }: { playground: Playground }) {
  return (
    <section class="section">
      <h2>Try as</h2>
      <label class="switch">
        <input
          type="checkbox"
          checked={playground.viewOnly}
          onChange={(event) => playground.setViewOnly(event.currentTarget.checked)}
        />
        A viewer: the file cannot be changed
      </label>
      <label class="switch">
        <input
          type="checkbox"
          checked={!playground.videoAllowed}
          onChange={(event) => playground.setVideoAllowed(!event.currentTarget.checked)}
        />
        A Starter team: no video on the canvas
      </label>
    </section>
  );
}
