import { outputs } from '@animatic/motion/node';
import { resolutions } from '@animatic/schema';
import { formats } from './arguments.ts';
import { EXIT } from './exit-codes.ts';

/** What `--help` prints. */
export function helpText(): string {
  const kinds = outputs.map(({ extensions, title }) => `  ${extensions.join(', ').padEnd(28)}${title}`);
  return `Renders a storyboard into a clip: no server, no database, no account.

  npm run render -- storyboard.json -o clip.mp4

  storyboard.json may be as short as
    { "shots": [{ "still": "home.png", "caption": "slow push in", "duration": 3 }] }
  apps/render/docs/storyboard.md tells what else can stand in it; - reads it from the standard input.

Output
  -o, --out FILE      where it goes; may be given several times. Its end says what is written:
${kinds.map((line) => `  ${line}`).join('\n')}
                      Without any: an MP4 beside the storyboard, or with --frame a PNG.
  --frame TIME        one moment instead of the clip: 1.5s, 1500ms, 0:01.5
  --sprites           a sheet of thumbnails with its maps beside each clip, too
  --max-bytes SIZE    the ceiling of a GIF: 5MB, 800kB

Instead of what the storyboard says
  --format SHAPE      ${formats.join(', ')}
  --resolution N      the shorter side: ${resolutions.join(', ')}
  --fps N             12 to 60
  --transparent       nothing behind the pictures (WebM, GIF, PNG)
  --loop, --no-loop   the end passes into the beginning

The rest
  --stills DIR        where stills named by hash lie; "stills" beside the storyboard without it
  -w, --watch         renders again whenever the storyboard or one of its stills changes
  -q, --quiet         says nothing but what is wrong
  --schema            prints the storyboard's JSON Schema
  -h, --help          prints this

Ends with
  ${EXIT.done} done   ${EXIT.badInput} the storyboard or a still is wrong   ${EXIT.usage} the command line is wrong
  ${EXIT.failed} the render failed   ${EXIT.interrupted} interrupted
`;
}
