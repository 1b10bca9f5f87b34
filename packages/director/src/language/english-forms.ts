const IRREGULAR: Readonly<Record<string, string>> = {
  came: 'come',
  rose: 'rise',
  risen: 'rise',
  fell: 'fall',
  fallen: 'fall',
  flew: 'fly',
  flown: 'fly',
  flies: 'fly',
  went: 'go',
  gone: 'go',
  goes: 'go',
  grew: 'grow',
  grown: 'grow',
  drew: 'draw',
  drawn: 'draw',
  held: 'hold',
  kept: 'keep',
  brought: 'bring',
  shown: 'show',
  began: 'begin',
  begun: 'begin',
  built: 'build',
  swept: 'sweep',
  slid: 'slide',
  sprang: 'spring',
  sprung: 'spring',
  stood: 'stand',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  does: 'do',
  did: 'do',
  written: 'write',
  wrote: 'write',
  lying: 'lie',
  dies: 'die',
  got: 'get',
  made: 'make',
  hid: 'hide',
  hidden: 'hide',
  sank: 'sink',
  sunk: 'sink',
  shrank: 'shrink',
  shrunk: 'shrink',
  swung: 'swing',
  hit: 'hit',
  seen: 'see',
  saw: 'see',
  lit: 'light',
  ends: 'end',
  children: 'child',
  wider: 'wide',
  tighter: 'tight',
};
const DOUBLED = /([bdfglmnprtvz])\1$/;

/** The basic forms that an English word may have, itself first: `zooming` is of `zoom`, `dropped` of `drop`. */
export function basicForms(word: string): string[] {
  const forms = [word];
  const irregular = IRREGULAR[word];
  if (irregular) forms.push(irregular);
  if (word.length < 4) return forms;
  const stem = (cut: number) => {
    const base = word.slice(0, -cut);
    forms.push(base, `${base}e`);
    if (DOUBLED.test(base)) forms.push(base.slice(0, -1));
  };
  if (word.endsWith('ing')) stem(3);
  else if (word.endsWith('ied') || word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  else if (word.endsWith('ed')) stem(2);
  else if (word.endsWith('es')) forms.push(word.slice(0, -1), word.slice(0, -2));
  else if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  return forms;
}

/** A plural's singular, by English's common endings. */
export function singularOf(word: string): string {
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:xes|sses|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
