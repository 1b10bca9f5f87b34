import { Button } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import type { StoredShot } from '../../protocol/index.ts';
import { useFlows } from '../flow/flows.ts';
import { price } from '../parts/money.ts';
import { Popover } from '../parts/popover.tsx';
import { Segments } from '../parts/segments.tsx';
import { Select } from '../parts/select.tsx';
import { Switch } from '../parts/switch.tsx';
import { TextArea } from '../parts/text-area.tsx';
import { useSelect } from '../store/store.ts';
import { ReviewSheet } from './review-sheet.tsx';
import classes from './scene-sheet.module.css';
import { isWorking } from './shot-state.ts';
import { TakeTile } from './take-tile.tsx';

interface SceneSheetProps {
  shot: StoredShot;
  name: string;
  onChange: (change: Partial<StoredShot>) => void;
  onClose: () => void;
}

/** A frame put on or into a product scene by an image model: asked for in words, seen as it comes, one picked. */
export function SceneSheet({ shot, name, onChange, onClose }: SceneSheetProps) {
  const flows = useFlows();
  const list = useSelect((state) => state.models);
  const styles = useSelect((state) => state.styles);
  const job = useSelect((state) => (state.sceneJob?.shot === shot.id ? state.sceneJob : null));
  const generations = useSelect((state) => state.generations);
  const images = list?.models.filter(({ kind }) => kind === 'image') ?? [];
  const usable = images.filter(({ available }) => available);
  const [id, setId] = useState(shot.scene?.model ?? usable[0]?.id ?? '');
  const model = usable.find((each) => each.id === id) ?? usable[0];
  const [prompt, setPrompt] = useState(shot.scene?.prompt ?? '');
  const [variations, setVariations] = useState(2);
  const [transparent, setTransparent] = useState(false);
  const [style, setStyle] = useState('');
  const pictures = job?.ids.flatMap((each) => generations[each] ?? []) ?? [];
  const working = job?.step === 'asking' || pictures.some(isWorking);
  const cost = model?.price == null ? null : model.price * variations;
  const failed = pictures.find(({ state }) => state === 'failed');
  const doubtful = pictures.find(({ state }) => state === 'needs_review');
  const asked = job?.step === 'made' && job.prompt === prompt;
  return (
    <div class={classes.sheet}>
      <h2 class={classes.title}>Scene</h2>
      {!model ? (
        <p class={classes.hint}>
          {images[0]?.why ??
            'An image model needs a key on the server. With one, this frame can be put on a product or into a room.'}
        </p>
      ) : (
        <>
          <TextArea
            label={`Scene of ${name} in words`}
            value={prompt}
            rows={3}
            maxLength={4000}
            placeholder="The label on a jar, on a wooden table, morning light"
            onInput={setPrompt}
          />
          <div class={classes.row}>
            <Select
              wide
              label="Image model"
              value={model.id}
              options={usable.map(({ id: value, name: text }) => ({ value, text }))}
              onChange={setId}
            />
            <Segments
              label="How many pictures"
              value={String(variations)}
              options={Array.from({ length: Math.min(4, Math.max(1, model.maxVariations)) }, (_, index) => ({
                value: String(index + 1),
                text: String(index + 1),
              }))}
              onChange={(value) => setVariations(Number(value))}
            />
          </div>
          {(styles?.length ?? 0) > 0 && (
            <Select
              wide
              label="Look"
              value={style}
              options={[
                { value: '', text: 'No look' },
                ...(styles ?? []).map(({ id: value, name: text }) => ({ value, text })),
              ]}
              onChange={setStyle}
            />
          )}
          {model.takes.transparent && (
            <Switch label="Transparent ground" checked={transparent} onChange={setTransparent} />
          )}
        </>
      )}
      {pictures.length > 0 && (
        <div class={classes.tiles} aria-live="polite">
          {pictures.map((generation, index) => (
            <TakeTile
              key={generation.id}
              label={`Picture ${index + 1} for ${name}`}
              generation={generation}
              chosen={shot.scene?.generation === generation.id}
              words=""
              onChoose={() => {
                flows.scene.choose(shot.id, generation.id);
                onClose();
              }}
            />
          ))}
        </div>
      )}
      {job?.problem && (
        <p class={classes.problem} role="alert">
          {job.problem.detail ?? job.problem.title}
        </p>
      )}
      {failed?.error && (
        <p class={classes.problem} role="alert">
          {failed.error.message} {failed.error.advice}
        </p>
      )}
      {doubtful && (
        <p class={classes.problem} role="alert">
          {doubtful.review?.reason}{' '}
          <Popover label={`Decide on a picture for ${name}`} class={classes.link} face="Decide">
            {(close) => (
              <ReviewSheet
                generation={doubtful}
                onDecide={(decision, vendorId) => flows.scene.review(doubtful.id, decision, vendorId)}
                onClose={close}
              />
            )}
          </Popover>
        </p>
      )}
      {pictures.some(({ state }) => state === 'done') && !working && (
        <p class={classes.hint}>Pick one: it takes the frame’s place and can move exactly or by a model.</p>
      )}
      <div class={classes.acts}>
        {shot.scene && (
          <Button
            secondary
            onClick={() => {
              onChange({ scene: null });
              onClose();
            }}
          >
            Back to the frame
          </Button>
        )}
        {working ? (
          <Button secondary onClick={flows.scene.cancel}>
            Cancel
          </Button>
        ) : (
          model && (
            <Button
              disabled={!prompt.trim()}
              onClick={() =>
                flows.scene.make(shot.id, {
                  model: model.id,
                  prompt: prompt.trim(),
                  variations,
                  transparent: transparent && model.takes.transparent,
                  style: style || undefined,
                  withFrame: true,
                  again: asked,
                })
              }
            >
              {`${asked ? 'Make others' : 'Make'} · ${price(cost)}`}
            </Button>
          )
        )}
      </div>
    </div>
  );
}
