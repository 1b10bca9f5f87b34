import { aspects, type Format, frameRates, type Size } from '@animatic/schema';
import { Select } from '../parts/select.tsx';
import { seconds } from '../parts/units.ts';
import { useSelect, useStore } from '../store/store.ts';
import classes from './format-bar.module.css';

/** The clip's shape, size and rate, and how long it is. */
export function FormatBar({ size, length }: { size: Size; length: number }) {
  const store = useStore();
  const format = useSelect((state) => state.history.present.format);
  const change = (values: Partial<Format>) =>
    store.dispatch({ type: 'change-format', format: values, at: performance.now() });
  return (
    <fieldset class={classes.bar} aria-label="Format">
      <Select
        label="Shape"
        value={format.aspect}
        options={aspects.map((aspect) => ({
          value: aspect,
          text: aspect === 'frame' ? 'As the frame' : aspect,
        }))}
        onChange={(value) => change({ aspect: aspects.find((aspect) => aspect === value) ?? '16:9' })}
      />
      <Select
        label="Resolution"
        value={String(format.resolution)}
        options={[
          { value: '720', text: '720p' },
          { value: '1080', text: '1080p' },
        ]}
        onChange={(value) => change({ resolution: value === '720' ? 720 : 1080 })}
      />
      <Select
        label="Frame rate"
        value={String(format.fps)}
        options={frameRates.map((fps) => ({ value: String(fps), text: `${fps} fps` }))}
        onChange={(value) => change({ fps: frameRates.find((fps) => String(fps) === value) ?? 30 })}
      />
      <span class={classes.total} title={`${size.width} × ${size.height} pixels`}>
        {seconds(length)}
      </span>
    </fieldset>
  );
}
