import type { ProposalAnswer } from '@animatic/schema';
import { Button, LoadingIndicator } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { useFlows } from '../flow/flows.ts';
import { TextArea } from '../parts/text-area.tsx';
import { count, seconds } from '../parts/units.ts';
import { useSelect } from '../store/store.ts';
import classes from './draft-sheet.module.css';

/** A storyboard from one line: asked for, looked through, taken or left. Nothing of the board changes before. */
export function DraftSheet({ onClose }: { onClose: () => void }) {
  const flows = useFlows();
  const draft = useSelect((state) => state.draft);
  const director = useSelect((state) => state.models?.director ?? null);
  const signedIn = useSelect((state) => state.token !== null);
  const [brief, setBrief] = useState('');
  if (draft?.step === 'proposed') return <Proposed answer={draft.answer} onClose={onClose} />;
  const asking = draft?.step === 'asking';
  return (
    <div class={classes.sheet}>
      <h2 class={classes.title}>Draft a storyboard</h2>
      <TextArea
        label="Brief"
        rows={3}
        value={brief}
        maxLength={1000}
        placeholder="A 20-second launch teaser from these frames, calm, ends on the price"
        onInput={setBrief}
      />
      {draft?.step === 'failed' && (
        <p class={classes.problem} role="alert">
          {draft.problem.detail ?? draft.problem.title}
        </p>
      )}
      <p class={classes.hint}>
        {!signedIn
          ? 'The draft is written on your Animatic server.'
          : director?.available
            ? `${director.model ?? 'A language model'} sees the frames and writes it. You look it through first.`
            : (director?.why ?? 'Without a language model, the rules draft it from the frames alone.')}
      </p>
      <div class={classes.acts}>
        {asking && (
          <span class={classes.waiting} role="status">
            <LoadingIndicator />
            Reading the frames…
          </span>
        )}
        {asking ? (
          <Button secondary onClick={flows.director.dismiss}>
            Cancel
          </Button>
        ) : signedIn ? (
          <Button disabled={!brief.trim()} onClick={() => flows.director.draft(brief.trim())}>
            Draft
          </Button>
        ) : (
          <Button onClick={flows.connect}>Connect</Button>
        )}
      </div>
    </div>
  );
}

function Proposed({ answer, onClose }: { answer: ProposalAnswer; onClose: () => void }) {
  const flows = useFlows();
  const models = useSelect((state) => state.models);
  const board = useSelect((state) => state.history.present);
  const modelName = (id: string | null) => models?.models.find((model) => model.id === id)?.name ?? id;
  const frameName = (id: string | null) => board.shots.find(({ frame }) => frame === id)?.name;
  return (
    <div class={classes.sheet}>
      <h2 class={classes.title}>{answer.title}</h2>
      <p class={classes.hint}>
        {count(answer.shots.length, 'shot')}, {seconds(answer.seconds)}.{' '}
        {answer.by === 'model'
          ? `Written by ${answer.model ?? 'a language model'}.`
          : `By the rules. ${answer.why ?? ''}`}
      </p>
      <ol class={classes.shots}>
        {answer.shots.map((shot, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a draft's shots have no ids and never move.
          <li key={index} class={classes.shot}>
            <span class={classes.number}>{index + 1}</span>
            <span class={classes.words}>
              <span class={classes.name}>{shot.title || frameName(shot.frame) || 'Words'}</span>
              <span class={classes.direction}>{shot.prompt?.text ?? shot.direction}</span>
              {shot.engine !== 'motion' && <span class={classes.quiet}>{modelName(shot.model)}</span>}
            </span>
            <span class={classes.quiet}>{seconds(shot.duration)}</span>
          </li>
        ))}
      </ol>
      {answer.notes.length > 0 && <p class={classes.hint}>{answer.notes.join(' ')}</p>}
      <div class={classes.acts}>
        <Button
          secondary
          onClick={() => {
            flows.director.dismiss();
            onClose();
          }}
        >
          Leave it
        </Button>
        <Button
          onClick={() => {
            flows.director.accept();
            onClose();
          }}
        >
          Use this draft
        </Button>
      </div>
      <p class={classes.hint}>It takes the place of the shots on the board. Undo brings them back.</p>
    </div>
  );
}
