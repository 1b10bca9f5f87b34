import { useFlows } from '../flow/flows.ts';
import { Icon } from '../parts/icon.tsx';
import { seconds } from '../parts/units.ts';
import { when } from '../parts/when.ts';
import { PosterThumb } from './poster-thumb.tsx';
import classes from './render-row.module.css';
import type { RenderRow } from './render-rows.ts';

/** One earlier render: its poster, what it is called, when it was made, how long it is. */
export function RenderRowItem({ row }: { row: RenderRow }) {
  const flows = useFlows();
  const { url } = row;
  const facts = [when(row.at), ...(row.seconds === null ? [] : [seconds(row.seconds)])].join(' · ');
  return (
    <li class={`${classes.row} ${row.opens ? classes.opens : ''}`}>
      <button
        type="button"
        class={classes.open}
        disabled={!row.opens}
        onClick={() => flows.openResult(row.id)}
      >
        <PosterThumb take={row.take} sign={row.failed ? 'warning' : row.opens ? 'play' : 'clock'} />
        <span class={classes.words}>
          <span class={classes.title}>{row.title}</span>
          <span class={classes.detail}>{facts}</span>
          {row.state && (
            <span class={`${classes.detail} ${row.failed ? classes.failed : ''}`} title={row.state}>
              {row.state}
            </span>
          )}
        </span>
      </button>
      {url && (
        <button
          type="button"
          class={classes.link}
          aria-label={`Open preview of ${row.title}`}
          title="Open preview"
          onClick={() => flows.openLink(url)}
        >
          <Icon name="open" />
        </button>
      )}
    </li>
  );
}
