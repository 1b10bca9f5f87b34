import type { Model } from '@animatic/schema';
import { LoadingIndicator } from '@create-figma-plugin/ui';
import { money } from '../parts/money.ts';
import { seconds } from '../parts/units.ts';
import { useSelect } from '../store/store.ts';
import classes from './models-part.module.css';

/** The server's models: what each takes and costs, and why some cannot be asked. */
export function ModelsPart() {
  const list = useSelect((state) => state.models);
  const problem = useSelect((state) => state.modelsProblem);
  if (!list) return problem ? null : <LoadingIndicator />;
  const { models, director } = list;
  const usable = models.filter(({ available }) => available);
  const others = models.filter(({ available }) => !available);
  return (
    <>
      {usable.length === 0 && (
        <div class={classes.none}>
          <p>Every shot is made exactly, by ours: what you drew moves, to the pixel, and nothing is paid.</p>
          <p>
            With a key on the server, a model can turn a frame or a line of text into living footage, or put a
            frame into a product scene.
          </p>
        </div>
      )}
      {usable.length > 0 && <List title="Can be asked" models={usable} />}
      <section class={classes.group} aria-label="Who reads the words">
        <h2 class={classes.title}>Who reads the words</h2>
        <p>
          {director.available
            ? `${director.model ?? 'A language model'}, when you ask it to direct; the rules otherwise.`
            : 'The rules, in this panel.'}
        </p>
        {!director.available && director.why && <p class={classes.quiet}>{director.why}</p>}
      </section>
      {others.length > 0 && <List title="Not available" models={others} />}
    </>
  );
}

function List({ title, models }: { title: string; models: readonly Model[] }) {
  return (
    <section class={classes.group} aria-label={title}>
      <h2 class={classes.title}>{title}</h2>
      <ul class={classes.list}>
        {models.map((model) => (
          <li key={model.id} class={model.available ? '' : classes.off}>
            <p class={classes.head}>
              <span class={classes.name} title={model.name}>
                {model.name}
              </span>
              <span class={classes.price}>{priceWords(model)}</span>
            </p>
            <p class={classes.quiet}>
              {model.available ? takesWords(model) : (model.why ?? model.provider.name)}
            </p>
            {model.available && model.licence && <p class={classes.quiet}>{model.licence}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function priceWords({ price, kind }: Model): string {
  if (price === null) return 'price unknown';
  return `${money(price)} ${kind === 'video' ? 'a second' : 'a picture'}`;
}

/** `fal · 5 or 10 s · frames, words, sound`. */
function takesWords({ provider, durations, takes, kind }: Model): string {
  const [first] = durations;
  const last = durations.at(-1);
  const lengths =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? seconds(first)
        : `${first} to ${seconds(last)}`;
  const starts =
    kind === 'image'
      ? ['pictures', takes.transparent ? 'transparent' : '']
      : [
          takes.words ? 'words' : '',
          takes.firstFrame ? 'frame' : '',
          takes.lastFrame ? 'frame to frame' : '',
          takes.extend ? 'extends' : '',
          takes.remix ? 'remixes' : '',
          takes.edit ? 'edits' : '',
          takes.sound ? 'sound' : '',
        ];
  return [provider.name, lengths, starts.filter((each) => each).join(', ')]
    .filter((each) => each)
    .join(' · ');
}
