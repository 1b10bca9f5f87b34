import { Button } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { useFlows } from '../flow/flows.ts';
import { Choice } from '../parts/choice.tsx';
import { Select } from '../parts/select.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { ResultView } from '../store/state.ts';
import classes from './publish-form.module.css';

const NEW = 'new';
const VERSION = 'version';

/** A new link, or a new version behind one that people have: asked every time there is one. */
export function PublishForm({ result }: { result: ResultView }) {
  const flows = useFlows();
  const open = (result.previews ?? []).filter((preview) => !preview.ended);
  const [way, setWay] = useState<string | null>(null);
  const [previewId, setPreviewId] = useState<string | null>(null);
  const [title, setTitle] = useState(result.title);
  const asked = open.length > 0;
  // Until the links of this file are known, nobody can be asked which of them is meant.
  const chosen = result.previews === null ? null : asked ? way : NEW;
  const target = open.find((preview) => preview.id === previewId) ?? open[0];
  const publish = () => {
    if (!chosen || result.publishing) return;
    flows.publish(chosen === VERSION ? (target?.id ?? null) : null, title.trim() || result.title);
  };
  return (
    // No form element: a sandboxed frame without allow-forms swallows its submit.
    <fieldset
      class={classes.form}
      aria-label="Publish"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) publish();
      }}
    >
      {asked && target ? (
        <div role="radiogroup" aria-label="Publish as" class={classes.ways}>
          <Choice
            name="publish-as"
            value={VERSION}
            chosen={way}
            onChoose={setWay}
            title={`New version of “${target.title}”`}
            detail="The link people have shows this clip from now on; older versions stay reachable."
          />
          {way === VERSION && open.length > 1 && (
            <Select
              label="Link"
              value={target.id}
              options={open.map((preview) => ({ value: preview.id, text: preview.title }))}
              onChange={setPreviewId}
            />
          )}
          <Choice
            name="publish-as"
            value={NEW}
            chosen={way}
            onChoose={setWay}
            title="New preview"
            detail="A link of its own; the earlier one keeps showing what it shows."
          />
        </div>
      ) : (
        <p class={classes.words}>Publishing makes a link that anyone can watch, without an account.</p>
      )}
      {chosen === NEW && (
        <TextField
          label="Preview title"
          value={title}
          maxLength={300}
          onInput={setTitle}
          placeholder="Title"
        />
      )}
      <div>
        <Button disabled={!chosen} loading={result.publishing} onClick={publish}>
          Publish
        </Button>
      </div>
    </fieldset>
  );
}
