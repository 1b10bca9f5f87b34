import { Button } from '@create-figma-plugin/ui';
import { useFlows } from '../flow/flows.ts';
import { ProblemNotice } from '../parts/notice.tsx';
import { Progress } from '../parts/progress.tsx';
import { count, seconds } from '../parts/units.ts';
import { useSelect } from '../store/store.ts';
import { AlsoChoice } from './also-choice.tsx';
import { jobProgress, jobWords } from './job-words.ts';
import classes from './render-bar.module.css';
import { SavingBar } from './saving-bar.tsx';

/** The foot of the board: the clip as a file or as a render, and what becomes of it. The board stays usable above it all the while. */
export function RenderBar({ length }: { length: number }) {
  const flows = useFlows();
  const job = useSelect((state) => state.job);
  const saving = useSelect((state) => state.saving);
  const shots = useSelect((state) => state.history.present.shots.length);
  if (job?.step === 'failed')
    return (
      <footer class={classes.bar}>
        <ProblemNotice problem={job.problem} onRemedy={flows.retryRender} onDismiss={flows.cancelRender} />
      </footer>
    );
  if (job) {
    const { title, detail } = jobWords(job);
    return (
      <footer class={classes.bar}>
        <div class={classes.row}>
          <p class={classes.words} role="status">
            {title}
            {detail && <span class={classes.detail}> · {detail}</span>}
          </p>
          <Button secondary onClick={flows.cancelRender}>
            Cancel
          </Button>
        </div>
        <Progress label={title} value={jobProgress(job)} />
      </footer>
    );
  }
  if (saving) return <SavingBar saving={saving} />;
  return (
    <footer class={classes.bar}>
      <div class={classes.row}>
        <p class={classes.words}>
          {count(shots, 'shot')}
          <span class={classes.detail}> · {seconds(length)}</span>
        </p>
        <Button secondary onClick={flows.save} disabled={shots === 0}>
          Save clip
        </Button>
        <AlsoChoice disabled={shots === 0} />
        <Button onClick={flows.render} disabled={shots === 0}>
          Render
        </Button>
      </div>
    </footer>
  );
}
