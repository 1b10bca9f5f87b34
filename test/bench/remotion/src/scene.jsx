import { useEffect, useState } from 'react';
import { AbsoluteFill, Img, staticFile, useCurrentFrame, useDelayRender } from 'remotion';

/** What every frame shows, as the bench has sampled it: `drawn.ts` there says what the items are. */
export function Scene() {
  const frame = useCurrentFrame();
  const [lists, setLists] = useState(null);
  const { delayRender, continueRender, cancelRender } = useDelayRender();
  const [handle] = useState(() => delayRender('what every frame shows'));
  useEffect(() => {
    fetch(staticFile('frames.json'))
      .then((answer) => answer.json())
      .then((loaded) => {
        setLists(loaded);
        continueRender(handle);
      }, cancelRender);
  }, [handle, continueRender, cancelRender]);
  if (!lists) return null;
  return <AbsoluteFill>{itemsOf(lists[frame] ?? [])}</AbsoluteFill>;
}

/** Keys by what an item shows, so that a picture that moves stays one element. */
function itemsOf(items) {
  const seen = new Map();
  return items.map((item) => {
    const name = item.file ?? item.kind;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return <Item key={`${name} ${times}`} item={item} />;
  });
}

function Item({ item }) {
  if (item.kind === 'group')
    return clipped(
      item.clips,
      <AbsoluteFill style={{ opacity: item.opacity }}>{itemsOf(item.items)}</AbsoluteFill>,
    );
  const style = {
    position: 'absolute',
    left: 0,
    top: 0,
    maxWidth: 'none',
    opacity: item.opacity,
    transform: `matrix(${item.matrix.join(',')})`,
    transformOrigin: '0 0',
  };
  if (item.kind === 'ground')
    return clipped(
      item.clips,
      <div style={{ ...style, ...groundStyle(item.ground, item.box, item.matrix) }} />,
    );
  const { width, height } = item;
  return clipped(item.clips, <Img src={staticFile(item.file)} style={{ ...style, width, height }} />);
}

/** A box is snapped to whole pixels of its own space: laid out so much larger and drawn as much smaller, it is not. */
const FINE = 8;

/** Of the grounds that the bench's scenes have: one plain fill, one plain stroke inside, drop shadows. */
function groundStyle({ fills, stroke, shadows, corners }, { x, y, width, height }, [a, b, c, d, e, f]) {
  const cast = shadows.map(
    ({ offset, radius, spread, color }) =>
      `${[offset.x, offset.y, radius, spread].map(fine).join(' ')} ${css(color)}`,
  );
  const edge = stroke ? [`inset 0 0 0 ${fine(stroke.weights[0])} ${css(stroke.paints[0].color)}`] : [];
  const place = [a * x + c * y + e, b * x + d * y + f];
  return {
    width: width * FINE,
    height: height * FINE,
    transform: `matrix(${[...[a, b, c, d].map((value) => value / FINE), ...place].join(',')})`,
    background: css(fills[0].color),
    borderRadius: radii(corners.map((radius) => radius * FINE)),
    boxShadow: [...edge, ...cast].join(', ') || 'none',
  };
}

function fine(length) {
  return `${length * FINE}px`;
}

function css({ r, g, b, a }) {
  return `rgb(${r * 255} ${g * 255} ${b * 255} / ${a})`;
}

/** Within rounded boxes that lie straight in the view. */
function clipped(clips, content) {
  const [clip, ...others] = clips;
  if (!clip) return content;
  const { x, y, width, height, corners } = clip;
  const style = { clipPath: `xywh(${x}px ${y}px ${width}px ${height}px round ${radii(corners)})` };
  return <AbsoluteFill style={style}>{clipped(others, content)}</AbsoluteFill>;
}

function radii(corners) {
  return corners.map((radius) => `${radius}px`).join(' ');
}
