import type { ModelFailure } from './model-engine.ts';

/** What a vendor says of a failure. */
export interface Said {
  /** The vendor's own, e.g. `moderation_blocked`. */
  code?: string | null | undefined;
  message?: string | null | undefined;
}

interface Known {
  /** Of the code, or of the message. */
  pattern: RegExp;
  code: string;
  message: string;
  advice: string;
}

/** What vendors refuse or fail for, the most telling first. */
const known: readonly Known[] = [
  {
    pattern:
      /\bfaces?\b|real (people|person)|human|likeness|person_?generation|photorealistic (people|person|child)|\bminors?\b|celebrit/i,
    code: 'faces_refused',
    message: 'Faces and real people in a picture are refused.',
    advice: 'Hide the avatars layer, or put shapes in their place, and render again.',
  },
  {
    pattern:
      /copyright|trademark|intellectual property|\bip_?(infringement|check|policy)\b|third[- ]party (content|provider)|protected character|\brecitation\b/i,
    code: 'copyright_refused',
    message: 'A character, a logo or a work that belongs to somebody else is refused.',
    advice: 'Take it out of the picture and of the words, and render again.',
  },
  {
    pattern:
      /inpaint image|must match the requested (width|size|height)|(image|frame).{0,40}(dimension|resolution|size).{0,40}(match|mismatch)/i,
    code: 'size_mismatch',
    message: 'The first frame does not have the size that was asked for.',
    advice:
      'Choose another size of this model. If it stays, its entry in the catalogue lists a size that it does not make.',
  },
  {
    pattern:
      /moderat|content[_ -]?policy|content[_ -]?filter|safety|\bnsfw\b|inappropriate|sensitive|responsible ai|\brai\b|policy violation|data_?inspection|prohibited|usage guidelines/i,
    code: 'moderation_blocked',
    message: 'The vendor’s safety check stopped it.',
    advice:
      'Say it in other words, or hide what may have set it off (faces, bodies, weapons, brands), and render again.',
  },
  {
    pattern:
      /insufficient[_ -]?(quota|balance|credit|fund)|exceeded your current quota|billing|payment required|out of credit|arrearage|exhausted balance/i,
    code: 'no_credit',
    message: 'The vendor’s account has no credit left, or has reached its limit.',
    advice: 'Top it up or raise its limit, then press retry: nothing was made.',
  },
  {
    pattern: /out of memory|\boom\b|cuda error/i,
    code: 'out_of_memory',
    message: 'The server’s graphics card ran out of memory.',
    advice: 'Choose a smaller size or fewer seconds, and render again.',
  },
  {
    pattern: /expired/i,
    code: 'expired',
    message: 'The vendor let it expire before it was done.',
    advice: 'Press retry to have it made anew.',
  },
  {
    pattern: /cancell?ed|aborted by/i,
    code: 'cancelled',
    message: 'It was cancelled at the vendor.',
    advice: 'Press retry if you still want it.',
  },
  {
    pattern: /model[_ ]?not[_ ]?found|does not exist|unknown model|no such model/i,
    code: 'model_unknown',
    message: 'The vendor does not know this model.',
    advice: 'Choose another model, or put its name in the catalogue’s file right.',
  },
  {
    pattern: /timed? ?out|deadline/i,
    code: 'vendor_timeout',
    message: 'The vendor gave it up after too long a time.',
    advice: 'Press retry; fewer seconds or a smaller size are made sooner.',
  },
];

/** Keys as vendors write them into their errors. */
const keys = /\b(sk|key|r8|xai|AIza|Bearer)[-_ ][\w.*-]{6,}|AIza[\w-]{10,}/gi;

/** A stranger's words for people: one line, no control characters, no keys, not too long. */
export function quoted(text: string, secret?: string): string {
  const open = secret ? text.split(secret).join('…') : text;
  const line = open
    .replace(keys, '…')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ')
    .trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/**
 * Why a model did not make something, in words for designers, with the vendor's own behind them.
 *
 * @param otherwise the stable code where nothing is recognised
 * @example failureOf({ code: 'moderation_blocked' }, 'vendor_failed').advice
 */
export function failureOf(
  { code, message }: Said,
  otherwise: 'refused' | 'vendor_failed',
  secret?: string,
): ModelFailure {
  const said = message ? quoted(message, secret) : '';
  const text = `${code ?? ''} ${said}`;
  const match = known.find(({ pattern }) => pattern.test(text));
  const behind = said ? ` The vendor says: “${said}”` : '';
  if (match) return { code: match.code, message: `${match.message}${behind}`, advice: match.advice };
  if (otherwise === 'refused')
    return {
      code: 'refused',
      message: said ? `It was refused.${behind}` : `It was refused${code ? ` (${quoted(code)})` : ''}.`,
      advice: 'Change the words or the settings that it names, and render again. Nothing was made.',
    };
  return {
    code: 'vendor_failed',
    message: said
      ? `The vendor failed to make it.${behind}`
      : 'The vendor failed to make it, and does not say why.',
    advice: 'Press retry; if it fails again, choose another model.',
  };
}
