import type { Outline } from '@animatic/schema';
import { type Clause, clausesOf, type Reading } from './phrases.ts';
import { type CameraIntent, readCamera } from './read-camera.ts';
import { type EntranceIntent, readEntrance, readNext } from './read-entrance.ts';
import { type Modifiers, takeModifiers } from './read-modifiers.ts';

/** A direction as far as it was understood. */
export interface Intent {
  camera?: CameraIntent & { how: Modifiers };
  entrances: (EntranceIntent & { how: Modifiers })[];
  seconds?: number;
  readings: Reading[];
  notUnderstood: string[];
}

const SMALL = new Set(
  `a an the and then but so with of on in into to at by for from as it its is are be please just also now while when
   there that this let we camera shot view very really us our your their should will can after before first finally
   next screen frame up last together again all same time`.split(/\s+/),
);

/** The order in which a family enters anyway. */
const IN_ORDER = /^\s*(?:from )?(?:left to right|top to bottom)\s*$/i;

/** Reads a direction clause by clause. Nothing is made up: words without a rule are given back as not understood. */
export function readDirection(direction: string, outline: Outline): Intent {
  const intent: Intent = { entrances: [], readings: [], notUnderstood: [] };
  for (const clause of clausesOf(direction)) readClause(clause, outline, intent);
  return intent;
}

function readClause(clause: Clause, outline: Outline, intent: Intent): void {
  const how = takeModifiers(clause);
  let meaning = '';
  const said = readEntrance(clause, outline, how);
  const camera = said ? null : readCamera(clause, outline, how);
  const before = intent.entrances.at(-1);
  const entrance = said ?? (before && !camera ? readNext(clause, outline, before.effect) : null);
  if (entrance?.target) {
    intent.entrances.push({ ...entrance, how });
    meaning = entrance.meaning;
  }
  if (camera) meaning = takeCamera(camera, how, intent);
  if (how.seconds !== undefined) {
    intent.seconds = how.seconds;
    meaning = [meaning, `the shot lasts ${how.seconds} s`].filter(Boolean).join(', ');
  }
  if (meaning) intent.readings.push({ words: clause.text, meaning });
  const missing = entrance?.missing ?? camera?.missing;
  const rest = contentOf(clause.rest());
  if (!meaning && !paceOnly(clause.text, how, intent)) intent.notUnderstood.push(clause.text);
  else if (missing) intent.notUnderstood.push(missing);
  if (meaning && rest) intent.notUnderstood.push(rest);
}

/** One move a shot: a second one is given back, except that “start on …, then pull out” is one. */
function takeCamera(camera: CameraIntent, how: Modifiers, intent: Intent): string {
  const before = intent.camera;
  if (!before || (before.still && !camera.still)) {
    intent.camera = { ...camera, how };
    return camera.meaning;
  }
  if (camera.still) return 'the picture rests afterwards';
  if (before.starts) {
    const focus = camera.move === 'pull-out' ? (camera.focus ?? before.focus) : camera.focus;
    intent.camera = { ...camera, ...(focus && { focus }), how };
    return camera.meaning;
  }
  if (before.move === camera.move) return camera.meaning;
  if (before.move === 'push-in' && camera.move === 'pull-out') {
    intent.camera = { ...camera, ...(before.focus && !camera.focus && { focus: before.focus }), how };
    return camera.meaning;
  }
  return '';
}

/** “…, slowly” as a clause of its own belongs to what was said before. */
function paceOnly(text: string, how: Modifiers, intent: Intent): boolean {
  const said = how.pace !== 'plain' || how.strength !== 'plain' || how.oneByOne;
  const last = intent.entrances.at(-1) ?? intent.camera;
  if (intent.entrances.length > 0 && IN_ORDER.test(text)) return true;
  if (!said || !last) return false;
  if (how.pace !== 'plain') last.how.pace = how.pace;
  if (how.oneByOne) last.how.oneByOne = true;
  if (how.strength !== 'plain') last.how.strength = how.strength;
  return true;
}

function contentOf(rest: string): string {
  const words = rest.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.every((word) => SMALL.has(word.toLowerCase().replace(/[^\p{L}]/gu, '')))
    ? ''
    : words.join(' ');
}
