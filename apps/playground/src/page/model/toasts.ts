import { Observable } from './observable.ts';

export interface Toast {
  key: number;
  message: string;
  error: boolean;
  button?: string | undefined;
  /** The button was pressed. */
  press?(): void;
  gone?(reason: 'timeout' | 'dismiss' | 'action_button_click'): void;
}

/** Notifications at the foot of the page: one at a time as in Figma, a new one takes the old one's place. */
export class Toasts extends Observable {
  current: Toast | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private next = 1;

  /** Shows a notification for `timeout` milliseconds; returns its key. */
  show(toast: Omit<Toast, 'key'>, timeout = 3000): number {
    if (this.current) this.hide(this.current.key, 'dismiss');
    const key = this.next++;
    this.current = { ...toast, key };
    if (Number.isFinite(timeout)) this.timer = setTimeout(() => this.hide(key, 'timeout'), timeout);
    this.changed();
    return key;
  }

  /** Takes a notification away; false where it is gone already. */
  hide(key: number, reason: 'timeout' | 'dismiss' | 'action_button_click'): boolean {
    if (this.current?.key !== key) return false;
    const { gone } = this.current;
    clearTimeout(this.timer);
    this.current = undefined;
    this.changed();
    gone?.(reason);
    return true;
  }
}
