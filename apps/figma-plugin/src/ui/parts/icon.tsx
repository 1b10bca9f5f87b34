import type { JSX } from 'preact';

/** Drawn for 16 px with 1 px round strokes, as Figma's own; filled where a shape reads better. */
const shapes = {
  play: (
    <path
      d="M5 3.6v8.8a.6.6 0 0 0 .92.5l6.9-4.4a.6.6 0 0 0 0-1L5.92 3.1A.6.6 0 0 0 5 3.6Z"
      fill="currentColor"
    />
  ),
  pause: (
    <path
      d="M4.5 3.5h2v9h-2zM9.5 3.5h2v9h-2z"
      fill="currentColor"
      stroke="currentColor"
      stroke-linejoin="round"
    />
  ),
  stepBack: <path d="M5 4v8m6-8L7.2 8 11 12" />,
  stepForward: <path d="M11 4v8M5 4l3.8 4L5 12" />,
  present: <path d="M2.5 3.5h11v7h-11zM8 10.5v2.2m-2.6 0h5.2" />,
  sliders: (
    <path d="M2.5 5h6m3 0h2m-11 6h2m3 0h6M8.5 5a1.5 1.5 0 1 0 3 0 1.5 1.5 0 0 0-3 0Zm-4 6a1.5 1.5 0 1 0 3 0 1.5 1.5 0 0 0-3 0Z" />
  ),
  dice: (
    <>
      <rect x="3" y="3" width="10" height="10" rx="1.5" />
      <g fill="currentColor" stroke="none">
        <circle cx="5.8" cy="5.8" r=".8" />
        <circle cx="10.2" cy="5.8" r=".8" />
        <circle cx="8" cy="8" r=".8" />
        <circle cx="5.8" cy="10.2" r=".8" />
        <circle cx="10.2" cy="10.2" r=".8" />
      </g>
    </>
  ),
  save: <path d="M8 2.8v7m-2.8-2.6L8 10l2.8-2.8M3 11v1.2a.8.8 0 0 0 .8.8h8.4a.8.8 0 0 0 .8-.8V11" />,
  loop: <path d="M4.5 11.5h5a3.5 3.5 0 0 0 0-7h-3a3.5 3.5 0 0 0-3.3 2.3M6.3 9.3l-2.2 2.2 2.2 2.2" />,
  camera: <path d="M2.5 5.2h7v5.6h-7zM9.5 7.4l4-2v5.2l-4-2" />,
  layers: <path d="m8 2.8 5.5 2.9L8 8.6 2.5 5.7zM2.8 8.4 8 11.2l5.2-2.8" />,
  pointer: <path d="m4 3 8.5 4-3.6 1.4L7.4 12z" />,
  scroll: <path d="M8 2.8v10.4M5 5.5l3-2.7 3 2.7m-6 5 3 2.7 3-2.7" />,
  more: (
    <g fill="currentColor">
      <circle cx="3.5" cy="8" r="1" />
      <circle cx="8" cy="8" r="1" />
      <circle cx="12.5" cy="8" r="1" />
    </g>
  ),
  grip: (
    <g fill="currentColor">
      <circle cx="6" cy="4" r=".9" />
      <circle cx="10" cy="4" r=".9" />
      <circle cx="6" cy="8" r=".9" />
      <circle cx="10" cy="8" r=".9" />
      <circle cx="6" cy="12" r=".9" />
      <circle cx="10" cy="12" r=".9" />
    </g>
  ),
  scene: <path d="M2.5 3.5h11v9h-11zM2.8 11.2l3-3 2.4 2.3 2.3-2.6 2.8 3M10.7 6.2a.8.8 0 1 0 0-.1" />,
  words: <path d="M3 4.5h10M3 8h10M3 11.5h6" />,
  plus: <path d="M8 3v10M3 8h10" />,
  back: <path d="M9.5 4.5 6 8l3.5 3.5" />,
  check: <path d="m3.5 8.5 3 3 6-7" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  chevron: <path d="m6.5 4.5 3.5 3.5-3.5 3.5" />,
  down: <path d="m5 6.75 3 3 3-3" />,
  undo: <path d="M6 3 3 6l3 3M3.2 6H9.5a3.5 3.5 0 0 1 0 7H7" />,
  redo: <path d="m10 3 3 3-3 3m2.8-3H6.5a3.5 3.5 0 0 0 0 7H9" />,
  refresh: <path d="M12.9 7.2A5 5 0 0 0 3.6 5.6M3.1 8.8a5 5 0 0 0 9.3 1.6M3.3 2.8v3h3m6.4 7.4v-3h-3" />,
  warning: (
    <path d="M8 6.2v3.1m0 2v.1M7.15 2.9 2.1 11.7A1 1 0 0 0 3 13.2h10a1 1 0 0 0 .9-1.5L8.85 2.9a1 1 0 0 0-1.7 0Z" />
  ),
  info: <path d="M8 7.3v3.6m0-6v.1M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z" />,
  link: (
    <path d="M6.8 9.2a2.7 2.7 0 0 0 3.8 0l2-2a2.7 2.7 0 0 0-3.8-3.8l-.9.9m1.3 2.5a2.7 2.7 0 0 0-3.8 0l-2 2a2.7 2.7 0 0 0 3.8 3.8l.9-.9" />
  ),
  open: (
    <path d="M9.5 3H13v3.5M13 3 7.5 8.5M6.5 4H4.2A1.2 1.2 0 0 0 3 5.2v6.6A1.2 1.2 0 0 0 4.2 13h6.6a1.2 1.2 0 0 0 1.2-1.2V9.5" />
  ),
  frame: <path d="M5 2v12M11 2v12M2 5h12M2 11h12" />,
  note: <path d="M3 3.5h10v6L9.5 13H3zM9.5 13V9.5H13" />,
  spark: <path d="M8 2.5c.4 3 2 4.9 5 5.5-3 .6-4.6 2.5-5 5.5-.4-3-2-4.9-5-5.5 3-.6 4.6-2.5 5-5.5Z" />,
  place: <path d="M3 3.5h10v9H3zM6.8 6v4l3.2-2z" />,
  person: <path d="M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8Zm-5 5.2c.5-2 2.4-3.2 5-3.2s4.5 1.2 5 3.2" />,
  clock: <path d="M8 4.8V8l2.2 1.6M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z" />,
  transition: <path d="M3 4.5h4.5v7H3zM10 4.5h3v7h-3M8.8 2.5v11" />,
  board: <path d="M2.5 4h11v8h-11zM5.5 4v8m5-8v8" />,
  signOut: <path d="M6.5 3H4.2A1.2 1.2 0 0 0 3 4.2v7.6A1.2 1.2 0 0 0 4.2 13h2.3M10 5l3 3-3 3m3-3H6.5" />,
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof shapes;

/** One of the panel's icons; decoration only, the control around it carries the name. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke={name === 'play' || name === 'more' || name === 'grip' ? 'none' : 'currentColor'}
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {shapes[name]}
    </svg>
  );
}
