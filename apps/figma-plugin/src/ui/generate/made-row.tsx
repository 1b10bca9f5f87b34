import type { StoredShot } from '../../protocol/index.ts';
import type { Asked, CannotAsk } from '../derive/shot-generation.ts';
import { isGenerated } from '../derive/shot-generation.ts';
import { Icon } from '../parts/icon.tsx';
import { price } from '../parts/money.ts';
import { Popover } from '../parts/popover.tsx';
import { useSelect } from '../store/store.ts';
import { AskSheet } from './ask-sheet.tsx';
import { askWords } from './ask-words.ts';
import classes from './made-row.module.css';
import { SceneSheet } from './scene-sheet.tsx';
import { ShotProgress } from './shot-progress.tsx';
import { shotState } from './shot-state.ts';

export interface MadeRowProps {
  shot: StoredShot;
  name: string;
  asked: Asked | CannotAsk | null;
  /** The shot before is made by a model, so that this one can go on from it. */
  follows: boolean;
  /** There is a next frame to end on. */
  hasNext: boolean;
  onChange: (change: Partial<StoredShot>, tag?: string) => void;
}

/** How a shot is made, behind one button each: exactly or by a model, and in which scene; then how far it is. */
export function MadeRow(props: MadeRowProps) {
  const { shot, name, asked } = props;
  const models = useSelect((state) => state.models);
  const generations = useSelect((state) => state.generations);
  const estimate = useSelect((state) => state.estimate);
  const refusal = useSelect((state) => state.refusals[shot.id]);
  const generated = isGenerated(shot);
  const model = models?.models.find(({ id }) => id === shot.ask?.model);
  const state = shotState(shot, { asked, generations, estimate });
  const exact = shot.frame === null && !shot.scene ? 'Choose a model' : 'Exact motion';
  const words = generated && shot.ask ? askWords(shot.ask, model) : exact;
  const cost = state?.step === 'unmade' && state.cost !== undefined ? price(state.cost) : '';
  return (
    <>
      <div class={classes.row}>
        <Popover
          label={`How ${name} is made: ${words}`}
          title={generated ? words : 'Exact: what you drew moves, to the pixel. Press to let a model make it'}
          class={`${classes.made} ${generated ? classes.model : ''}`}
          face={
            <>
              <Icon name={generated ? 'spark' : 'layers'} size={12} />
              <span class={classes.words}>{words}</span>
              <Icon name="down" size={12} />
            </>
          }
        >
          {() => <AskSheet {...props} state={state} />}
        </Popover>
        {shot.frame !== null && (models?.models.some(({ kind }) => kind === 'image') || shot.scene) && (
          <Popover
            label={`Scene of ${name}`}
            title={shot.scene ? `In a scene: ${shot.scene.prompt}` : 'Put this frame into a scene'}
            class={`${classes.made} ${classes.scene} ${shot.scene ? classes.model : ''}`}
            face={
              <>
                <Icon name="scene" size={12} />
                {!generated && 'Scene'}
              </>
            }
          >
            {(close) => <SceneSheet shot={shot} name={name} onChange={props.onChange} onClose={close} />}
          </Popover>
        )}
        {cost && (
          <span class={classes.price} title="What asking the model for this shot costs">
            {cost}
          </span>
        )}
      </div>
      {state && <ShotProgress {...props} state={state} />}
      {refusal && (
        <p class={classes.refusal} role="alert">
          <Icon name="warning" size={12} />
          <span>{refusal}</span>
        </p>
      )}
    </>
  );
}
