import type { DirectionOffer } from '../../protocol/frame.ts';
import { boxOf } from '../nodes.ts';
import type { Task } from '../task.ts';
import { visibleNodes } from '../walk.ts';
import { notesFor } from './notes.ts';

const MOST = 12;
const LONGEST = 1000;
const ANNOTATED_LIMIT = 1500;

/** What is written about a frame: notes placed by it, annotations on it and in it. Offered, never taken. */
export async function readDirections(frame: SceneNode, task: Task): Promise<DirectionOffer[]> {
  const offers: DirectionOffer[] = notesBeside(frame).map((note) => ({
    id: note.id,
    source: 'note',
    text: note.characters.trim().slice(0, LONGEST),
  }));
  for await (const node of visibleNodes(frame, task, ANNOTATED_LIMIT)) {
    if (offers.length >= MOST) break;
    if (!('annotations' in node)) continue;
    for (const { label, labelMarkdown } of node.annotations) {
      const text = (label || labelMarkdown || '').trim();
      if (text) offers.push({ id: node.id, source: 'annotation', text: text.slice(0, LONGEST) });
    }
  }
  return offers.slice(0, MOST);
}

function notesBeside(frame: SceneNode): TextNode[] {
  const { parent } = frame;
  const box = boxOf(frame);
  if (!box || !parent || (parent.type !== 'PAGE' && parent.type !== 'SECTION')) return [];
  const texts: Array<{ id: string; box: Rect; node: TextNode }> = [];
  const others: Array<{ id: string; box: Rect }> = [];
  for (const sibling of parent.children) {
    if (!sibling.visible) continue;
    const siblingBox = boxOf(sibling);
    if (!siblingBox) continue;
    if (sibling.type === 'TEXT') {
      if (sibling.characters.trim() && sibling.id !== frame.id)
        texts.push({ id: sibling.id, box: siblingBox, node: sibling });
    } else others.push({ id: sibling.id, box: siblingBox });
  }
  return notesFor({ id: frame.id, box }, texts, others).map(({ node }) => node);
}
