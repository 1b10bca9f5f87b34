import type { Generation } from '@animatic/schema';
import { Button } from '@create-figma-plugin/ui';
import { useId, useState } from 'preact/hooks';
import { Choice } from '../parts/choice.tsx';
import { price } from '../parts/money.ts';
import { TextField } from '../parts/text-field.tsx';
import { useSelect } from '../store/store.ts';
import classes from './review-sheet.module.css';

interface ReviewSheetProps {
  generation: Generation;
  onDecide: (decision: 'made' | 'again', vendorId: string) => void;
  onClose: () => void;
}

/** A person's word on a call that was cut off: nothing is paid for a second time without it. */
export function ReviewSheet({ generation, onDecide, onClose }: ReviewSheetProps) {
  const name = useId();
  const vendor = useSelect(
    (state) => state.models?.models.find(({ id }) => id === generation.model)?.provider.name,
  );
  const [decision, setDecision] = useState<'made' | 'again' | null>(null);
  const [vendorId, setVendorId] = useState('');
  const again = generation.review?.again ?? null;
  const choose = (value: string) => setDecision(value === 'made' ? 'made' : 'again');
  return (
    <div class={classes.sheet}>
      <h2 class={classes.title}>Was it made?</h2>
      <p class={classes.words}>
        {generation.review?.reason} Look at its list of jobs{vendor && `, at ${vendor},`} if you can.
      </p>
      <Choice
        name={name}
        value="made"
        chosen={decision}
        onChoose={choose}
        title="It was made"
        detail="Take it if it can be found; nothing more is paid."
      />
      {decision === 'made' && (
        <TextField
          label="The vendor’s id of it"
          value={vendorId}
          maxLength={500}
          placeholder="The vendor’s id of it, if you have it"
          onInput={setVendorId}
        />
      )}
      <Choice
        name={name}
        value="again"
        chosen={decision}
        onChoose={choose}
        title="Make it again"
        detail={
          again === null
            ? 'The price is unknown. If the first one was made, both are paid.'
            : `Costs ${price(again)}. If the first one was made, both are paid.`
        }
      />
      <div class={classes.acts}>
        <Button
          disabled={decision === null}
          onClick={() => {
            if (decision) onDecide(decision, vendorId.trim());
            onClose();
          }}
        >
          {decision === 'again'
            ? again === null
              ? 'Make it again'
              : `Make it again · ${price(again)}`
            : 'Decide'}
        </Button>
      </div>
    </div>
  );
}
