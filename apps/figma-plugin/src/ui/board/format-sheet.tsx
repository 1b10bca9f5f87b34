import {
  type Aspect,
  aspects,
  clipGrounds,
  type Format,
  frameRates,
  resolutions,
  type Size,
} from '@animatic/schema';
import { Segments } from '../parts/segments.tsx';
import { Select } from '../parts/select.tsx';
import { Switch } from '../parts/switch.tsx';
import { useSelect, useStore } from '../store/store.ts';
import type { ClipChoice } from './board.ts';
import classes from './format-sheet.module.css';

/** `1080p`, `4K`. */
export function resolutionWords(resolution: Format['resolution']): string {
  return resolution === 2160 ? '4K' : `${resolution}p`;
}

/** Pixels of each shape as it is drawn on its button. */
const shapes: Record<Aspect, [width: number, height: number]> = {
  frame: [11, 13],
  '16:9': [16, 9],
  '9:16': [9, 16],
  '1:1': [12, 12],
  '4:5': [11.2, 14],
};

/** Shape, size, rate and ground of the clip, whether it loops, and whether its lines are drawn into it. */
export function FormatSheet({ size }: { size: Size }) {
  const store = useStore();
  const format = useSelect((state) => state.history.present.format);
  const loop = useSelect((state) => state.history.present.loop);
  const lines = useSelect((state) => state.history.present.lines);
  const hasLines = useSelect((state) => state.history.present.shots.some((shot) => shot.caption.line));
  const change = (values: Partial<Format>) =>
    store.dispatch({ type: 'change-format', format: values, at: performance.now() });
  const changeClip = (values: ClipChoice) =>
    store.dispatch({ type: 'change-clip', change: values, at: performance.now() });
  return (
    <div class={classes.sheet}>
      <Segments
        wide
        label="Shape"
        value={format.aspect}
        options={aspects.map((aspect) => ({
          value: aspect,
          text: aspect === 'frame' ? 'As the frame' : aspect,
          title: aspect === 'frame' ? 'As the first frame' : aspect,
          face: <Shape aspect={aspect} />,
        }))}
        onChange={(aspect) => change({ aspect })}
      />
      <div class={classes.row}>
        <span>Size</span>
        <Select
          label="Resolution"
          value={String(format.resolution)}
          options={resolutions.map((each) => ({ value: String(each), text: resolutionWords(each) }))}
          onChange={(value) =>
            change({ resolution: resolutions.find((each) => String(each) === value) ?? 1080 })
          }
        />
        <Select
          label="Frame rate"
          value={String(format.fps)}
          options={[...new Set([...frameRates, format.fps])].map((fps) => ({
            value: String(fps),
            text: `${fps} fps`,
          }))}
          onChange={(value) => change({ fps: Number(value) })}
        />
        <span class={classes.pixels}>
          {size.width} × {size.height}
        </span>
      </div>
      <div class={classes.row}>
        <span>Ground</span>
        <Segments
          wide
          label="Ground"
          value={format.ground}
          options={clipGrounds.map((value) => ({
            value,
            text: value === 'design' ? 'Design' : 'Transparent',
          }))}
          onChange={(ground) => change({ ground })}
        />
      </div>
      {format.ground === 'transparent' && (
        <p class={classes.hint}>A clip with a transparent ground is saved and rendered as WebM.</p>
      )}
      <hr class={classes.rule} />
      <Switch
        label="Loop"
        detail="The end passes into the beginning"
        checked={loop}
        onChange={(checked) => changeClip({ loop: checked })}
      />
      <Switch
        label="Lines in the picture"
        detail={hasLines ? 'As well as a track for players' : 'No shot has a line yet'}
        checked={lines.burnIn}
        onChange={(burnIn) => changeClip({ lines: { ...lines, burnIn } })}
      />
    </div>
  );
}

function Shape({ aspect }: { aspect: Aspect }) {
  const [width, height] = shapes[aspect];
  return (
    <span class={classes.shape}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <rect
          x={9 - width / 2}
          y={9 - height / 2}
          width={width}
          height={height}
          rx="2"
          fill="none"
          stroke="currentColor"
          stroke-dasharray={aspect === 'frame' ? '2 2' : undefined}
        />
      </svg>
      <span>{aspect === 'frame' ? 'Frame' : aspect}</span>
    </span>
  );
}
