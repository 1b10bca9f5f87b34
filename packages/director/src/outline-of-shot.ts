import type { Outline, Shot } from '@animatic/schema';

/** A shot that came without motion, as an outline: its captured layers, flat. For storyboards made by other means than the plugin. */
export function outlineOfShot(shot: Pick<Shot, 'source' | 'size' | 'layers'>): Outline {
  const box = { x: 0, y: 0, width: shot.size.width, height: shot.size.height };
  return {
    id: shot.source.node,
    name: shot.source.name,
    kind: 'group',
    box,
    bounds: box,
    opens: true,
    size: shot.size,
    children: shot.layers
      .filter((layer) => layer.picture)
      .map(({ id, name, kind, text, box: own, bounds }) => ({
        id,
        name,
        kind,
        text,
        box: own,
        bounds,
        opens: false,
        children: [],
      })),
  };
}
