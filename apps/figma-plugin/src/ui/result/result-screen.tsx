import { Button } from '@create-figma-plugin/ui';
import { useFlows } from '../flow/flows.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { bytes, seconds } from '../parts/units.ts';
import type { ResultView } from '../store/state.ts';
import { useStore } from '../store/store.ts';
import { ClipPlayer } from './clip-player.tsx';
import { Downloads } from './downloads.tsx';
import { placedWords } from './placed-words.ts';
import { PublishForm } from './publish-form.tsx';
import classes from './result-screen.module.css';

/** A finished clip: watch it, publish it, put it on the canvas. */
export function ResultScreen({ result }: { result: ResultView }) {
  const flows = useFlows();
  const store = useStore();
  const { take, preview } = result;
  return (
    <section class={classes.screen} aria-label="Result">
      <div class={classes.head}>
        <button
          type="button"
          class={classes.back}
          onClick={() => store.dispatch({ type: 'set', values: { screen: 'board' } })}
        >
          <Icon name="back" />
          Storyboard
        </button>
      </div>
      <div class={classes.scroll}>
        <ClipPlayer
          key={result.render}
          take={take}
          title={result.title}
          clip={result.clip}
          poster={result.poster}
          loading={!result.problem}
        />
        <div class={classes.part}>
          <h1 class={classes.title}>{result.title}</h1>
          {take && (
            <p class={classes.quiet}>
              {take.width} × {take.height} · {take.fps} fps · {seconds(take.seconds)} · {bytes(take.bytes)}
            </p>
          )}
        </div>
        {result.problem && (
          <div class={classes.part}>
            <ProblemNotice
              problem={result.problem}
              onRemedy={() =>
                result.problem?.remedy === 'connect' ? flows.connect() : flows.openResult(result.render)
              }
              onDismiss={() =>
                store.dispatch({ type: 'update-result', render: result.render, values: { problem: null } })
              }
            />
          </div>
        )}
        {preview ? (
          <div class={`${classes.part} ${classes.published}`}>
            <p class={classes.done} role="status">
              <Icon name="check" /> Published
            </p>
            <div class={classes.link}>
              <input
                class={classes.url}
                aria-label="Link"
                readonly
                value={preview.url}
                onFocus={(event) => event.currentTarget.select()}
              />
              <CopyButton text={preview.url} label="Copy link" />
            </div>
            <div class={classes.row}>
              <Button secondary onClick={() => flows.openLink(preview.url)}>
                Open preview
              </Button>
            </div>
          </div>
        ) : (
          take && <PublishForm key={result.render} result={result} />
        )}
        {take && (
          <div class={classes.part}>
            <div class={classes.row}>
              <Button secondary loading={result.placing === 'busy'} onClick={flows.placeOnCanvas}>
                Place on canvas
              </Button>
              {result.placing === 'clip' && <span class={classes.quiet}>Placed beside the frames</span>}
            </div>
            {result.placing === 'poster' && (
              <p class={classes.quiet} role="status">
                {placedWords(result.refusal, preview !== null)}
              </p>
            )}
          </div>
        )}
        {take && <Downloads takes={result.takes ?? [take]} title={result.title} />}
      </div>
    </section>
  );
}
