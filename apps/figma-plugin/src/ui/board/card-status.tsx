import type { StoredShot } from '../../protocol/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { FrameKnown, ShotCapture } from '../store/state.ts';
import classes from './card-status.module.css';

interface CardStatusProps {
  shot: StoredShot;
  frame: FrameKnown | undefined;
  capture: ShotCapture | undefined;
  onCaptureAgain: () => void;
}

/** What stands between this card and a good shot: gone, changed, too large, layers that cannot move by themselves. */
export function CardStatus({ shot, frame, capture, onCaptureAgain }: CardStatusProps) {
  if (frame?.gone)
    return (
      <p class={`${classes.status} ${classes.danger}`} role="alert">
        <Icon name="warning" />
        This frame is no longer on the page. Undo in Figma, or remove the shot.
      </p>
    );
  if (frame?.problem)
    return (
      <p class={`${classes.status} ${classes.danger}`} role="alert">
        <Icon name="warning" />
        <span>
          {frame.problem.title} {frame.problem.detail}
        </span>
        <button type="button" class={classes.act} onClick={onCaptureAgain}>
          Try again
        </button>
      </p>
    );
  if (frame?.stale)
    return (
      <p class={`${classes.status} ${classes.badge}`} role="status">
        <Icon name="refresh" />
        Changed in Figma
        <button type="button" class={classes.act} onClick={onCaptureAgain}>
          Capture again
        </button>
      </p>
    );
  const fingerprint = frame?.description?.fingerprint;
  if (shot.rendered && fingerprint && shot.rendered !== fingerprint)
    return (
      <p class={`${classes.status} ${classes.badge}`} role="status">
        <Icon name="refresh" />
        Changed in Figma since its last render
      </p>
    );
  const merged = capture?.shot.merged ?? [];
  if (merged.length)
    return (
      <p class={classes.status} title={merged.map((layer) => `${layer.name}: ${layer.reason}`).join('\n')}>
        <Icon name="info" />
        {capture?.shot.kept} of {capture?.shot.total} layers move by themselves
      </p>
    );
  return null;
}
