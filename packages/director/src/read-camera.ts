import type { CameraMove, Outline } from '@animatic/schema';
import type { Clause } from './phrases.ts';
import type { Modifiers } from './read-modifiers.ts';
import { findTarget, type Target } from './targets.ts';

/** What a clause asks of the camera. */
export interface CameraIntent {
  move: CameraMove;
  focus?: Target;
  amount?: number;
  meaning: string;
  /** Words that should name something in the frame and do not. */
  missing?: string;
  /** The camera was asked to stay. */
  still?: boolean;
  /** “Start on …”: where the move that follows begins. */
  starts?: boolean;
}

const WHO =
  '\\s*(?:the camera\\s*)?(?:on(?:to)?\\s|to\\s|into\\s|towards?\\s|at\\s|of\\s|from\\s|over\\s)?\\s*(?<who>.*)$';
const START = new RegExp(
  `^\\s*(?:start|begin|open)(?:s|ing)?\\s+(?:close\\s+)?(?:with\\s|(?=on\\s|at\\s|from\\s))${WHO}`,
  'i',
);
const START_WIDE =
  /^\s*(?:start|begin|open)(?:s|ing)?\s+(?:wide|(?:with|on|from)\s+(?:the\s+)?(?:whole|full|entire|everything)\b.*)$/i;
const STILL =
  /\b(?:(?:no|without(?: any)?) (?:camera )?(?:movement|motion|moves?|zoom(?:ing)?|camera|animations?|effects?)|(?:don['’]?t|do not|never) (?:move|zoom|pan|animate|do)(?: (?:anything|the camera|it))?|nothing (?:should )?(?:moves?|happens)|(?:keep|stay|stand|hold)(?:s|ing)?(?: it| everything| the (?:shot|frame|camera))? (?:still|static|steady|put)|hold(?: the (?:shot|frame|camera))?|static(?: shot)?|freeze|^\s*nothing\s*$|(?:be )?still|stay)\b/i;
const OUT = new RegExp(
  `\\b(?:(?:zoom|pull|dolly|move|go|back|step|drift|ease|fly)(?:s|ing)?\\s+(?:the camera\\s+)?(?:out(?:wards?)?|back|away)|pull-?(?:out|back)|zoom-?out|reveal (?=the (?:whole|full|entire)))${WHO}`,
  'i',
);
const IN = new RegExp(
  `\\b(?:(?:zoom|push|dolly|move|go|get|creep|drift|dive|punch|glide|come|fly|ease|close|home)(?:e?s|ing)?\\s+(?:the camera\\s+)?(?:right\\s+)?(?:in(?:to|wards?)?|closer|near(?:er)?|toward(?:s)?|up close)|zoom(?:s|ing)?(?=\\s+(?:on|to|at)\\s)|push(?=\\s+(?:on|to|at)\\s)|push-?in|zoom-?in)(?![\\w])${WHO}`,
  'i',
);
const FOCUS = new RegExp(
  `\\b(?:(?:focus|concentrate|cent(?:re|er)|land|settle|end|finish|stop|linger)(?:s|es|ing)?(?=\\s+on\\s)|close-?\\s?up(?=\\s+(?:of|on)\\s)|(?:draw|bring|call|pull) (?:the |our )?(?:eyes?|attention|focus)(?=\\s+to\\s)|highlight|emphasi[sz]e|feature|spotlight|call out|point out|show off|look(?:s|ing)?(?=\\s+at\\s)|(?:show|see)(?=\\s+(?:the|a|our|how much)\\s))${WHO}`,
  'i',
);
const BARE = /^\s*(?:a\s+)?(?:camera\s+)?(?:zoom|push)(?:\s*[- ]?in)?(?:\s+(?:move|please|camera))?\s*$/i;
const PAN_SIDE = new RegExp(
  `\\b(?:the camera\\s+)?(?:pan|scroll|travel|glide|track|truck|tilt|sweep|move the camera|camera moves?|the camera moves?|the camera slides?|look|move)(?:s|ning|ing)?\\s+(?:to the\\s+|towards? the\\s+|from \\w+ to\\s+)?(?<side>left|right|up|down|top|bottom)(?:wards?)?(?:\\s+the (?:page|screen|list))?${WHO}`,
  'i',
);
const PAN_BETWEEN =
  /\b(?:pan|scroll|travel|glide|sweep|move)(?:s|ning|ing)?\s+(?:the camera\s+)?(?:from\s+)?(?:the\s+)?(?<from>left|right|top|bottom)\s+to\s+(?:the\s+)?(?<to>left|right|top|bottom)\b/i;
const PAN_FROM =
  /\b(?:pan|scroll|travel|glide|sweep|move|go)(?:s|ning|ing|es)?\s+(?:the camera\s+)?(?:(?:down|up|left|right|across|over)\s+)?from\s+(?<from>.+?)\s+(?:(?:down|up|over|across|left|right)\s+)?to\s+(?<to>.+)$/i;
const PAN_ALONG =
  /\b(?:(?:pan|travel|glide|sweep)(?:s|ning|ing)?\s+(?:across|along|over)|(?<scroll>scroll(?:s|ing)?)(?:\s+(?:through|over|along|down))?)(?:\s+(?<who>.*))?$/i;
const PAN_TO = new RegExp(`\\b(?:pan|scroll|travel|tilt)(?:s|ning|ing)?(?=\\s+(?:to|over to)\\s)${WHO}`, 'i');
const SIDES: Record<string, CameraMove> = {
  left: 'pan-left',
  right: 'pan-right',
  up: 'tilt-up',
  top: 'tilt-up',
  down: 'tilt-down',
  bottom: 'tilt-down',
};
const WHOLE =
  /\b(?:whole|full|entire|everything|overview|all)\b|^(?:it|the (?:screen|frame|page|picture|view))?$/i;

/** Reads what a clause asks of the camera, or null. */
export function readCamera(clause: Clause, outline: Outline, how: Modifiers): CameraIntent | null {
  return (
    readStart(clause, outline, how) ??
    readPan(clause, outline, how) ??
    readOut(clause, outline, how) ??
    readIn(clause, outline, how) ??
    readStill(clause, outline)
  );
}

/** A named target fills the view, unless it is to be approached slowly or slightly. */
const SLOW_TARGET = 1.12;
const SLIGHT_TARGET = 1.25;

function zoomOf(how: Modifiers): { amount?: number } {
  if (how.zoom !== undefined) return { amount: Math.min(2, Math.max(1.02, how.zoom)) };
  if (how.strength === 'strong') return { amount: 1.25 };
  if (how.strength === 'slight' || how.pace === 'slow') return { amount: 1.06 };
  return {};
}

/** A named target sets the zoom itself, unless a number was given. */
function aimed(
  outline: Outline,
  words: string | undefined,
  how: Modifiers,
): Pick<CameraIntent, 'focus' | 'amount' | 'missing'> {
  const who = words?.trim();
  if (!who || /^(?:it|please|the (?:screen|frame|page|picture|view|middle|cent(?:re|er)))$/i.test(who))
    return zoomOf(how);
  const focus = findTarget(outline, who);
  if (!focus) return { ...zoomOf(how), missing: who };
  if (how.zoom !== undefined) return { focus, ...zoomOf(how) };
  const most = how.pace === 'slow' ? SLOW_TARGET : how.strength === 'slight' ? SLIGHT_TARGET : undefined;
  return { focus, ...(most && { amount: most }) };
}

function readIn(clause: Clause, outline: Outline, how: Modifiers): CameraIntent | null {
  const explicit = clause.take(IN);
  const match = explicit ?? takeFocus(clause, outline) ?? clause.take(BARE);
  if (!match) return null;
  const aim = aimed(outline, match.groups?.who, how);
  const on = aim.focus ? ` on “${aim.focus.called}”` : '';
  const slowly = how.pace === 'slow' ? ' slowly' : '';
  return { move: 'push-in', ...aim, meaning: `the camera pushes in${slowly}${on}` };
}

/** “Show the total” looks at it only where there is one. */
function takeFocus(clause: Clause, outline: Outline): RegExpMatchArray | null {
  const match = clause.rest().match(FOCUS);
  const who = match?.groups?.who;
  return who && findTarget(outline, who) ? clause.take(FOCUS) : null;
}

function readStart(clause: Clause, outline: Outline, how: Modifiers): CameraIntent | null {
  if (clause.take(START_WIDE))
    return { move: 'hold', starts: true, meaning: 'the shot starts with its whole picture' };
  const match = clause.take(START);
  if (!match) return null;
  const aim = aimed(outline, match.groups?.who, how);
  if (!aim.focus)
    return { move: 'hold', starts: true, ...aim, meaning: 'the shot starts with its whole picture' };
  return { move: 'pull-out', starts: true, ...aim, meaning: `the camera starts on “${aim.focus.called}”` };
}

function readOut(clause: Clause, outline: Outline, how: Modifiers): CameraIntent | null {
  const match = clause.take(OUT);
  if (!match) return null;
  const who = match.groups?.who?.replace(/^(?:to )?(?:show|see|reveal)\s/i, '') ?? '';
  const aim: Pick<CameraIntent, 'focus' | 'amount' | 'missing'> = WHOLE.test(who.trim())
    ? zoomOf(how)
    : aimed(outline, who, how);
  const from = aim.focus ? ` from “${aim.focus.called}”` : '';
  return { move: 'pull-out', ...aim, meaning: `the camera pulls out${from}` };
}

function readPan(clause: Clause, outline: Outline, how: Modifiers): CameraIntent | null {
  const amount = how.strength === 'slight' ? { amount: 0.06 } : {};
  const between = clause.take(PAN_BETWEEN);
  const ways = between ? null : clause.take(PAN_FROM);
  if (ways) return panFrom(outline, ways.groups?.from ?? '', ways.groups?.to ?? '', amount);
  const side = between ? null : clause.take(PAN_SIDE);
  const named = between?.groups?.to ?? side?.groups?.side;
  if (named) {
    const move = SIDES[named.toLowerCase()] ?? 'pan-right';
    const who = side?.groups?.who?.trim();
    const focus = who ? findTarget(outline, who) : null;
    return {
      move,
      ...amount,
      ...(focus && { focus }),
      ...(who && !focus && !WHOLE.test(who) && { missing: who }),
      meaning: `the camera ${move.replace('-', 's ')}${focus ? ` to “${focus.called}”` : ''}`,
    };
  }
  const to = clause.take(PAN_TO);
  if (to) return panTo(outline, to.groups?.who ?? '', amount);
  const along = clause.take(PAN_ALONG);
  if (!along) return null;
  const move = along.groups?.scroll ? 'tilt-down' : 'pan-right';
  return { move, ...amount, meaning: `the camera ${move.replace('-', 's ')}` };
}

/** From one thing to another: the way that leads there, ending on the second. */
function panFrom(outline: Outline, from: string, to: string, amount: { amount?: number }): CameraIntent {
  const [a, b] = [findTarget(outline, from), findTarget(outline, to)];
  const [start, end] = [a?.members[0]?.node.box, b?.members[0]?.node.box];
  if (!start || !end || !b) return { ...panTo(outline, to, amount), missing: end ? from : to };
  const dx = (end.x + end.width / 2 - start.x - start.width / 2) / outline.size.width;
  const dy = (end.y + end.height / 2 - start.y - start.height / 2) / outline.size.height;
  const move = wayOf(dx, dy);
  return { move, ...amount, focus: b, meaning: `the camera ${move.replace('-', 's ')} to “${b.called}”` };
}

function wayOf(dx: number, dy: number): CameraMove {
  if (Math.abs(dx) > Math.abs(dy)) return dx < 0 ? 'pan-left' : 'pan-right';
  return dy < 0 ? 'tilt-up' : 'tilt-down';
}

/** Towards a thing: the way in which it lies further off the middle. */
function panTo(outline: Outline, words: string, amount: { amount?: number }): CameraIntent {
  const focus = findTarget(outline, words);
  const box = focus?.members[0]?.node.box;
  if (!focus || !box)
    return { move: 'pan-right', ...amount, missing: words, meaning: 'the camera pans right' };
  const dx = (box.x + box.width / 2) / outline.size.width - 0.5;
  const dy = (box.y + box.height / 2) / outline.size.height - 0.5;
  const move = wayOf(dx, dy);
  return { move, ...amount, focus, meaning: `the camera ${move.replace('-', 's ')} to “${focus.called}”` };
}

function readStill(clause: Clause, outline: Outline): CameraIntent | null {
  const match = clause.take(STILL);
  if (!match) return null;
  const on = clause.take(/^\s*on\s+(?<who>.+)$/i)?.groups?.who;
  const focus = on ? findTarget(outline, on) : null;
  return {
    move: 'hold',
    still: true,
    ...(focus && { focus }),
    ...(on && !focus && { missing: on }),
    meaning: focus ? `the picture is held, drifting towards “${focus.called}”` : 'the picture is held',
  };
}
