import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import classes from './menu.module.css';

export interface MenuItem {
  text: string;
  /** The keys that do the same, as shown at the right. */
  keys?: string;
  disabled?: boolean;
  onSelect: () => void;
}

interface MenuProps {
  label: string;
  icon: IconName;
  /** Groups, with a line between them. */
  groups: MenuItem[][];
  /** A line at the top that is no command. */
  heading?: string;
}

/** A button with Figma's dark menu. The popover is the browser's: Escape and a click outside close it. */
export function Menu({ label, icon, groups, heading }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const items = () => [
    ...(list.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]:not(:disabled)') ?? []),
  ];

  const place = () => {
    const anchor = button.current?.getBoundingClientRect();
    const menu = list.current;
    if (!anchor || !menu) return;
    const { offsetHeight, offsetWidth } = menu;
    const below = anchor.bottom + 4 + offsetHeight <= window.innerHeight;
    menu.style.top = `${below ? anchor.bottom + 4 : Math.max(4, anchor.top - 4 - offsetHeight)}px`;
    menu.style.left = `${Math.max(4, anchor.right - offsetWidth)}px`;
  };
  useLayoutEffect(() => {
    if (!open) return;
    place();
    items()[0]?.focus();
  }, [open]);
  const step = (by: number) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all.at((at + by + all.length) % all.length)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Home') items()[0]?.focus();
    else if (event.key === 'End') items().at(-1)?.focus();
    else if (event.key === 'Tab') list.current?.hidePopover();
    else return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={`${classes.button} ${open ? classes.pressed : ''}`}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        title={label}
        popovertarget={id}
      >
        <Icon name={icon} />
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        class={`${classes.menu} ${open ? classes.open : ''}`}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
        }}
      >
        {heading && <div class={classes.heading}>{heading}</div>}
        {open &&
          groups.map((group, index) => (
            <div key={group[0]?.text} class={classes.group} role={index > 0 || heading ? 'group' : undefined}>
              {group.map((item) => (
                <button
                  key={item.text}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  class={classes.item}
                  disabled={item.disabled}
                  onClick={() => {
                    list.current?.hidePopover();
                    item.onSelect();
                  }}
                >
                  <span>{item.text}</span>
                  {item.keys && <span class={classes.keys}>{item.keys}</span>}
                </button>
              ))}
            </div>
          ))}
      </div>
    </>
  );
}
