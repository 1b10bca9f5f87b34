import type { Render } from '@animatic/schema';
import { LoadingIndicator } from '@create-figma-plugin/ui';
import type { RememberedRender } from '../../protocol/index.ts';
import { useFlows } from '../flow/flows.ts';
import { Icon } from '../parts/icon.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { seconds } from '../parts/units.ts';
import { useSelect } from '../store/store.ts';
import classes from './renders-screen.module.css';

interface Row {
  id: string;
  title: string;
  at: string;
  detail: string;
  failed: boolean;
  url: string | null;
}

/** Earlier renders of this file: the server's list, and what the file itself remembers. */
export function RendersScreen() {
  const flows = useFlows();
  const remembered = useSelect((state) => state.remembered);
  const renders = useSelect((state) => state.renders);
  const problem = useSelect((state) => state.rendersProblem);
  const token = useSelect((state) => state.token);
  const rows = toRows(renders ?? [], remembered);
  const loading = token !== null && renders === null && !problem;
  return (
    <section class={classes.screen} aria-label="Renders">
      {problem && (
        <div class={classes.problem}>
          <ProblemNotice
            problem={problem}
            onRemedy={problem.remedy === 'connect' ? flows.connect : flows.openRenders}
          />
        </div>
      )}
      {rows.length === 0 ? (
        <div class={classes.empty}>
          {loading ? (
            <LoadingIndicator />
          ) : (
            <>
              <Icon name="clock" size={24} />
              <p>Clips you render from this file are kept here.</p>
            </>
          )}
        </div>
      ) : (
        <ul class={classes.list}>
          {rows.map((row) => (
            <li key={row.id} class={classes.row}>
              <button
                type="button"
                class={classes.open}
                disabled={row.failed}
                onClick={() => flows.openResult(row.id)}
              >
                <span class={classes.title}>{row.title}</span>
                <span class={`${classes.detail} ${row.failed ? classes.failed : ''}`}>
                  {when(row.at)} · {row.detail}
                </span>
              </button>
              {row.url && (
                <button
                  type="button"
                  class={classes.link}
                  aria-label={`Open preview of ${row.title}`}
                  title="Open preview"
                  onClick={() => row.url && flows.openLink(row.url)}
                >
                  <Icon name="open" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const stateWords = {
  queued: 'waiting',
  rendering: 'rendering',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;

function toRows(renders: Render[], remembered: RememberedRender[]): Row[] {
  const links = new Map(remembered.map((entry) => [entry.render, entry.preview?.url ?? null]));
  const known = new Set(renders.map((render) => render.id));
  const fromServer = renders.map((render): Row => {
    const [take] = render.takes;
    return {
      id: render.id,
      title: render.title,
      at: render.createdAt,
      detail: take
        ? `${seconds(take.seconds)}, ${take.width} × ${take.height}`
        : (render.error?.message ?? stateWords[render.state]),
      failed: render.state === 'failed' || render.state === 'cancelled',
      url: links.get(render.id) ?? null,
    };
  });
  const fromFile = remembered
    .filter((entry) => !known.has(entry.render))
    .map(
      (entry): Row => ({
        id: entry.render,
        title: entry.title,
        at: entry.at,
        detail: seconds(entry.seconds),
        failed: false,
        url: entry.preview?.url ?? null,
      }),
    );
  return [...fromServer, ...fromFile].sort((a, b) => b.at.localeCompare(a.at));
}

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
function when(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : format.format(date);
}
