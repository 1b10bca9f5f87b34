import type { Playground } from '../model/playground.ts';
import { useObservable } from '../model/use-observable.ts';
import { FitIcon, MinusIcon, PlayIcon, PlusIcon } from './icons.tsx';

/** The bar at the foot of the canvas: zoom, and the plugin. */
export function Toolbar({ playground }: { playground: Playground }) {
  const { view } = playground;
  useObservable(playground, view);
  const name = playground.plugin?.manifest.name ?? 'Animatic';
  return (
    <div
      class="toolbar"
      role="toolbar"
      aria-label="Canvas"
      onClick={giveKeysBack}
      onKeyDown={() => undefined}
    >
      <button
        type="button"
        class="icon"
        aria-label="Zoom out"
        title="Zoom out  −"
        onClick={() => view.zoomBy(0.5)}
      >
        <MinusIcon />
      </button>
      <button
        type="button"
        class="percent"
        title="Zoom to 100 %  Shift 0"
        onClick={() => view.zoomBy(1 / view.zoom)}
      >
        {Math.round(view.zoom * 100)} %
      </button>
      <button
        type="button"
        class="icon"
        aria-label="Zoom in"
        title="Zoom in  +"
        onClick={() => view.zoomBy(2)}
      >
        <PlusIcon />
      </button>
      <button
        type="button"
        class="icon"
        aria-label="Zoom to fit"
        title="Zoom to fit  Shift 1"
        onClick={() => view.zoomToFit()}
      >
        <FitIcon />
      </button>
      <span class="divider" />
      <span class="plugins-label">Plugins</span>
      <button
        type="button"
        class="primary"
        disabled={!playground.opened}
        title={playground.session ? `Run ${name} again` : `Run ${name}`}
        onClick={() => void playground.run()}
      >
        <PlayIcon />
        {name}
      </button>
    </div>
  );
}

/** After a click the keys belong to the canvas again: Space pans, it does not press the button once more. */
function giveKeysBack(event: MouseEvent): void {
  const pressed = event.detail > 0 && event.target instanceof Element && event.target.closest('button');
  if (pressed) pressed.blur();
}
