import { Button } from '@create-figma-plugin/ui';
import { useFlows } from '../flow/flows.ts';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { Progress } from '../parts/progress.tsx';
import { bytes, seconds } from '../parts/units.ts';
import type { Saving } from '../store/state.ts';
import classes from './render-bar.module.css';

/** The foot of the board while a clip is made in the panel, and what became of it. */
export function SavingBar({ saving }: { saving: Saving }) {
  const flows = useFlows();
  if (saving.step === 'failed')
    return (
      <footer class={classes.bar}>
        <ProblemNotice
          problem={saving.problem}
          onRemedy={saving.problem.remedy && flows.save}
          onDismiss={flows.cancelSave}
        />
      </footer>
    );
  if (saving.step === 'done') return <Saved saving={saving} />;
  const { title, detail, value } = savingWords(saving);
  return (
    <footer class={classes.bar}>
      <div class={classes.row}>
        <p class={classes.words} role="status">
          {title}
          {detail && <span class={classes.detail}> · {detail}</span>}
        </p>
        <Button secondary onClick={flows.cancelSave}>
          Cancel
        </Button>
      </div>
      <Progress label={title} value={value} />
    </footer>
  );
}

function Saved({ saving }: { saving: Extract<Saving, { step: 'done' }> }) {
  const flows = useFlows();
  const { file, placing, refusal } = saving;
  const said = {
    no: `${bytes(file.bytes)}, ${file.size.width} × ${file.size.height}. It lies with your downloads.`,
    busy: 'Placing it beside the frames…',
    clip: 'Placed beside the frames.',
    poster: 'Figma took no video, so its poster lies beside the frames.',
  }[placing];
  return (
    <footer class={classes.bar}>
      <Notice
        tone="info"
        icon="check"
        title={`Saved ${file.name}`}
        detail={refusal ? `${said} ${refusal}` : said}
        onDismiss={flows.cancelSave}
      >
        <Button secondary onClick={flows.downloadAgain}>
          Download again
        </Button>
        {file.container === 'mp4' && placing !== 'clip' && (
          <Button secondary loading={placing === 'busy'} onClick={flows.placeSaved}>
            Place on canvas
          </Button>
        )}
      </Notice>
    </footer>
  );
}

/** What is said while a clip is made, and how far it is; encoding is nearly all of it. */
export function savingWords(saving: Exclude<Saving, { step: 'done' | 'failed' }>): {
  title: string;
  detail: string;
  value: number;
} {
  if (saving.step === 'capturing') {
    const { done, total, name } = saving;
    return {
      title: `Capturing ${Math.min(done + 1, total)} of ${total}`,
      detail: name,
      value: total ? (done / total) * 0.1 : 0,
    };
  }
  const share = saving.total ? saving.done / saving.total : 0;
  const left = share > 0.03 ? (saving.seconds / share) * (1 - share) : null;
  const percent = `${Math.round(share * 100)} %`;
  return {
    title: `Saving ${saving.container === 'mp4' ? 'MP4' : 'WebM'}`,
    detail:
      left === null || share === 1 ? percent : `${percent}, ${seconds(Math.max(1, Math.round(left)))} left`,
    value: 0.1 + share * 0.9,
  };
}
