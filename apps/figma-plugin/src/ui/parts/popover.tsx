import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import classes from './popover.module.css';

interface PopoverProps {
  /** Names the button and what it opens. */
  label: string;
  title?: string | undefined;
  /** What the button shows. */
  face: ComponentChildren;
  /** A sheet with room for pictures. */
  wide?: boolean;
  /** The button's own look. */
  class?: string | undefined;
  disabled?: boolean | undefined;
  /** Made when it is opened; `close` puts it away and the focus back. */
  children: (close: () => void) => ComponentChildren;
}

/** A button with a sheet of controls. The browser's popover: Escape and a click outside close it. */
export function Popover({ label, title, face, class: look, wide, disabled, children }: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const close = () => {
    sheet.current?.hidePopover();
    button.current?.focus();
  };
  useLayoutEffect(() => {
    const anchor = button.current?.getBoundingClientRect();
    const element = sheet.current;
    if (!open || !anchor || !element) return;
    const place = () => {
      const { offsetHeight, offsetWidth } = element;
      const below = anchor.bottom + 4 + offsetHeight <= window.innerHeight;
      const top = below ? anchor.bottom + 4 : anchor.top - 4 - offsetHeight;
      element.style.top = `${Math.max(4, Math.min(top, window.innerHeight - offsetHeight - 4))}px`;
      element.style.left = `${Math.max(8, Math.min(anchor.left, window.innerWidth - offsetWidth - 8))}px`;
    };
    place();
    element.querySelector<HTMLElement>('input:checked, input, select, button, textarea')?.focus();
    const watch = new ResizeObserver(place);
    watch.observe(element);
    return () => watch.disconnect();
  }, [open]);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`${look ?? ''} ${open ? classes.pressed : ''}`}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={title ?? label}
        disabled={disabled}
        popovertarget={id}
      >
        {face}
      </button>
      <div
        ref={sheet}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        class={`${classes.sheet} ${wide ? classes.wide : ''} ${open ? classes.open : ''}`}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(close)}
      </div>
    </>
  );
}
