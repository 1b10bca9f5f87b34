import { BLANK_STILL, type Picture, type Sha256, type Storyboard, stillsOf } from '@animatic/schema';
import { Refusal, type RefusalPlace } from '../refusal.ts';
import type { StillRecord } from './stills.ts';

/** Names at most this many places: a board with a thousand wrong tiles is told enough. */
const MAX_PLACES = 20;

/**
 * Checks that the stills a document names are there and as large as it says. The blank one is everywhere.
 *
 * @throws {Refusal} `missing_stills` or `still_size_differs`, with the places in the document.
 */
export function checkStills(document: Storyboard, known: readonly StillRecord[]): Sha256[] {
  const records = new Map(known.map((record) => [record.hash, record]));
  const missing: RefusalPlace[] = [];
  const different: RefusalPlace[] = [];
  const checkTile = (hash: Sha256, path: string, size?: { width: number; height: number }) => {
    const record = records.get(hash);
    if (!record)
      missing.push({
        path,
        message: `The still ${hash} is not in this workspace.`,
        allowed: `PUT /v1/stills/${hash} first.`,
      });
    else if (size && (size.width !== record.width || size.height !== record.height))
      different.push({
        path,
        message: `The tile says ${size.width} × ${size.height} pixels.`,
        allowed: `${record.width} × ${record.height}, the still's own size.`,
      });
  };
  const checkPicture = (picture: Picture, path: string) => {
    for (const [index, tile] of picture.tiles.entries())
      if (tile.still !== BLANK_STILL.hash) checkTile(tile.still, `${path}.tiles.${index}.still`, tile);
  };
  for (const [index, shot] of document.shots.entries()) {
    const at = `document.shots.${index}`;
    checkPicture(shot.still, `${at}.still`);
    const from = shot.generation?.from;
    if (from?.kind === 'between') checkPicture(from.last.still, `${at}.generation.from.last.still`);
    for (const [number, layer] of shot.layers.entries()) {
      const place = `${at}.layers.${number}`;
      if (layer.picture) checkPicture(layer.picture, `${place}.picture`);
      else
        for (const paint of [...layer.ground.fills, ...(layer.ground.stroke?.paints ?? [])])
          if (paint.type === 'IMAGE') checkTile(paint.still, `${place}.ground`);
    }
  }
  if (missing.length > 0)
    throw new Refusal(
      'missing_stills',
      `${missing.length === 1 ? 'One picture of the storyboard was' : `${missing.length} pictures of the storyboard were`} not uploaded yet.`,
      missing.slice(0, MAX_PLACES),
    );
  if (different.length > 0)
    throw new Refusal(
      'still_size_differs',
      'A tile has another size than the still it names.',
      different.slice(0, MAX_PLACES),
    );
  return stillsOf(document);
}
