import { hashes } from './clip.ts';
import { parts } from './parts.ts';
import { stillsInMemory } from './screen.ts';

// A process of its own that draws a part of the clip: `node hash-part.ts FIRST LAST` prints a hash a frame.
const [first = 0, last = 0] = process.argv.slice(2).map(Number);
const stills = stillsInMemory();
process.stdout.write(
  JSON.stringify(await hashes({ shots: parts(stills) }, stills, { segment: { first, last } })),
);
