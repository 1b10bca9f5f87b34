import { useEffect, useRef, useState } from 'preact/hooks';
import type { Playground } from '../model/playground.ts';
import { filesSource } from '../model/sources.ts';
import { useObservable } from '../model/use-observable.ts';
import { CheckIcon, ChevronIcon, FolderIcon } from './icons.tsx';

/** The open document's name; pressing it lists the samples and opens a document of one's own. */
export function DocumentMenu({ playground }: { playground: Playground }) {
  useObservable(playground);
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const close = (event: Event): void => {
      const inside = event.target instanceof Node && root.current?.contains(event.target);
      if (!inside || (event instanceof KeyboardEvent && event.key === 'Escape')) setOpen(false);
    };
    addEventListener('pointerdown', close);
    addEventListener('keydown', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('keydown', close);
    };
  }, [open]);

  const choose = (files: FileList | null): void => {
    setOpen(false);
    if (files?.length) void playground.open('your document', () => filesSource([...files]));
  };

  return (
    <div class="document-menu" ref={root}>
      <button
        type="button"
        class="document"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span class="name">{playground.opened?.title ?? 'Playground'}</span>
        <ChevronIcon />
      </button>
      <p class="subtitle">{playground.viewOnly ? 'View only' : 'Animatic playground'}</p>
      {open && (
        <div class="menu" role="menu">
          <h2>Sample documents</h2>
          {playground.samples.map((sample) => (
            <button
              type="button"
              role="menuitem"
              key={sample.id}
              onClick={() => {
                setOpen(false);
                void playground.openById(sample.id);
              }}
            >
              <span class="mark">{playground.opened?.document.id === sample.id && <CheckIcon />}</span>
              <span class="entry">
                <span>{sample.title}</span>
                <small>{sample.description}</small>
              </span>
            </button>
          ))}
          <hr />
          <button type="button" role="menuitem" onClick={() => folder.current?.click()}>
            <span class="mark">
              <FolderIcon />
            </span>
            <span class="entry">
              <span>Open a document…</span>
              <small>A folder with a Figma REST document (.json) and its images</small>
            </span>
          </button>
        </div>
      )}
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label="Folder with a document"
        {...{ webkitdirectory: true }}
        onChange={(event) => choose(event.currentTarget.files)}
      />
    </div>
  );
}
