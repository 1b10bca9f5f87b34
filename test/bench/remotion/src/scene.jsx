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
    return clipped(item.clips, <div style={{ ...style, ...groundStyle(item.ground, item.box) }} />);
  const { width, height } = item;
  return clipped(item.clips, <Img src={staticFile(item.file)} style={{ ...style, width, height }} />);
}

/** Of the grounds that the bench's scenes have: one plain fill, one plain stroke inside, drop shadows. */
function groundStyle({ fills, stroke, shadows, corners }, { x, y, width, height }) {
  const cast = shadows.map(
    ({ offset, radius, spread, color }) =>
      `${offset.x}px ${offset.y}px ${radius}px ${spread}px ${css(color)}`,
  );
  const edge = stroke ? [`inset 0 0 0 ${stroke.weights[0]}px ${css(stroke.paints[0].color)}`] : [];
  return {
    left: x,
    top: y,
    width,
    height,
    transformOrigin: `${-x}px ${-y}px`,
    background: css(fills[0].color),
    borderRadius: radii(corners),
    boxShadow: [...edge, ...cast].join(', ') || 'none',
  };
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
