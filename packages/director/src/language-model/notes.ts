/** What was left out or held back, for people: each thing is said once. */
export interface Notes {
  say(text: string): void;
  readonly all: string[];
}

const MOST = 20;

/** @example const notes = openNotes(); notes.say('The zoom was held at 2×.'); */
export function openNotes(): Notes {
  const said = new Set<string>();
  return {
    say: (text) => {
      if (said.size < MOST) said.add(text);
    },
    get all() {
      return [...said];
    },
  };
}
