import type { Toasts } from '../model/toasts.ts';
import { useObservable } from '../model/use-observable.ts';
import { CloseIcon } from './icons.tsx';

/** The notification at the foot of the page. */
export function ToastView({ toasts }: { toasts: Toasts }) {
  useObservable(toasts);
  const toast = toasts.current;
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toast && (
        <div class={`toast${toast.error ? ' error' : ''}`} key={toast.key}>
          <span>{toast.message}</span>
          {toast.button && (
            <button type="button" class="action" onClick={() => toast.press?.()}>
              {toast.button}
            </button>
          )}
          <button
            type="button"
            class="icon"
            aria-label="Dismiss"
            onClick={() => toasts.hide(toast.key, 'dismiss')}
          >
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}
