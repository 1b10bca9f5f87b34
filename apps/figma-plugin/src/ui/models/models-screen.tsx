import { Button } from '@create-figma-plugin/ui';
import { useEffect, useState } from 'preact/hooks';
import { useFlows } from '../flow/flows.ts';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { Segments } from '../parts/segments.tsx';
import { useSelect } from '../store/store.ts';
import { LooksPart } from './looks-part.tsx';
import { ModelsPart } from './models-part.tsx';
import classes from './models-screen.module.css';
import { SpendingPart } from './spending-part.tsx';

const parts = ['models', 'looks', 'spending'] as const;
type Part = (typeof parts)[number];
const partWords: Record<Part, string> = { models: 'Models', looks: 'Looks', spending: 'Budget' };

/** What can be asked of models, in which look, for how much. */
export function ModelsScreen() {
  const flows = useFlows();
  const signedIn = useSelect((state) => state.token !== null);
  const list = useSelect((state) => state.models);
  const problem = useSelect((state) => state.modelsProblem);
  const spendingProblem = useSelect((state) => state.spendingProblem);
  const [part, setPart] = useState<Part>('models');
  useEffect(() => {
    void flows.models.read();
    void flows.models.readSpending();
  }, [flows, signedIn]);
  if (!signedIn)
    return (
      <section class={classes.empty} aria-label="Models">
        <h1 class={classes.title}>Models</h1>
        <p class={classes.quiet}>
          Your Animatic server asks them. Connect to see which ones it has and what they cost.
        </p>
        <Button onClick={flows.connect}>Connect</Button>
      </section>
    );
  return (
    <section class={classes.screen} aria-label="Models">
      <Segments
        wide
        label="Part"
        value={part}
        options={parts.map((value) => ({ value, text: partWords[value] }))}
        onChange={setPart}
      />
      {list?.pretend && (
        <Notice
          tone="warning"
          title="These models are a stand-in"
          detail="The server has no key, so it makes up clips and pictures, each marked as such. Nothing is paid."
        />
      )}
      {problem && <ProblemNotice problem={problem} onRemedy={() => void flows.models.read()} />}
      {spendingProblem && part !== 'models' && <ProblemNotice problem={spendingProblem} />}
      {part === 'models' && <ModelsPart />}
      {part === 'looks' && <LooksPart />}
      {part === 'spending' && <SpendingPart />}
    </section>
  );
}
