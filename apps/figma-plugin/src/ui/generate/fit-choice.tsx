import type { StillFit } from '@animatic/schema';
import { Segments } from '../parts/segments.tsx';

const fits: readonly [StillFit, string, string][] = [
  ['letterbox', 'Letterbox', 'Letterbox: the whole frame, with a ground beside it'],
  ['crop', 'Crop', 'Crop: cut around its middle'],
  ['extend-edge', 'Extend', 'Extend: its edges drawn out'],
];

/** How a frame comes to have the size that a model takes, each way as a small picture. */
export function FitChoice({
  name,
  value,
  onChange,
}: {
  name: string;
  value: StillFit;
  onChange: (fit: StillFit) => void;
}) {
  return (
    <Segments
      wide
      label={`How the frame of ${name} fits`}
      value={value}
      options={fits.map(([fit, text, title]) => ({
        value: fit,
        text,
        title,
        face: <Picture fit={fit} />,
      }))}
      onChange={onChange}
    />
  );
}

/** A tall frame in a wide picture. */
function Picture({ fit }: { fit: StillFit }) {
  return (
    <svg width="24" height="16" viewBox="-2 -1 24 16" fill="none" aria-hidden="true" style="display:block">
      <rect x="1" y="1.5" width="18" height="11" rx="1.5" stroke="currentColor" opacity=".5" />
      {fit === 'letterbox' && <rect x="7" y="3" width="6" height="8" rx="1" fill="currentColor" />}
      {fit === 'crop' && (
        <>
          <rect x="1.5" y="2" width="17" height="10" rx="1" fill="currentColor" />
          <path d="M5 .5h10M5 13.5h10" stroke="currentColor" stroke-dasharray="2 1.5" />
        </>
      )}
      {fit === 'extend-edge' && (
        <>
          <rect x="7" y="3" width="6" height="8" fill="currentColor" />
          <path d="M3 4h3.2M3 7h3.2M3 10h3.2M13.8 4H17M13.8 7H17M13.8 10H17" stroke="currentColor" />
        </>
      )}
    </svg>
  );
}
