import { Button } from '@create-figma-plugin/ui';
import type { ComponentChildren } from 'preact';
import type { Problem } from '../store/state.ts';
import { Icon, type IconName } from './icon.tsx';
import classes from './notice.module.css';

interface NoticeProps {
  tone: 'info' | 'warning' | 'danger';
  icon?: IconName;
  title: string;
  detail?: string | undefined;
  /** Buttons. */
  children?: ComponentChildren;
  onDismiss?: (() => void) | undefined;
}

/** What happened and what to do about it, said where it happened. */
export function Notice({ tone, icon, title, detail, children, onDismiss }: NoticeProps) {
  return (
    <div class={`${classes.notice} ${classes[tone]}`} role={tone === 'info' ? 'status' : 'alert'}>
      <span class={classes.icon}>
        <Icon name={icon ?? (tone === 'info' ? 'info' : 'warning')} />
      </span>
      <div class={classes.words}>
        <p class={classes.title}>{title}</p>
        {detail && <p class={classes.detail}>{detail}</p>}
        {children && <div class={classes.actions}>{children}</div>}
      </div>
      {onDismiss && (
        <button type="button" class={classes.close} aria-label="Dismiss" onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

interface ProblemNoticeProps {
  problem: Problem;
  onRemedy?: (() => void) | undefined;
  onDismiss?: (() => void) | undefined;
}

/** A problem with the button that helps. */
export function ProblemNotice({ problem, onRemedy, onDismiss }: ProblemNoticeProps) {
  return (
    <Notice tone="danger" title={problem.title} detail={problem.detail} onDismiss={onDismiss}>
      {problem.remedy && onRemedy ? (
        <Button secondary onClick={onRemedy}>
          {problem.remedy === 'connect' ? 'Connect again' : 'Try again'}
        </Button>
      ) : null}
    </Notice>
  );
}
