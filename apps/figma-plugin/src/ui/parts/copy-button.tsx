import { Button } from '@create-figma-plugin/ui';
import { useEffect, useState } from 'preact/hooks';
import { useFlows } from '../flow/flows.ts';

/**
 * Copies in a frame with a null origin, where the clipboard API is refused: a field, selected, and the old command.
 *
 * @example if (!copyText(url)) flows.notify('Could not copy');
 */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position:fixed;opacity:0;user-select:text';
  document.body.append(field);
  const before = document.activeElement;
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

/** Copies, and says so for two seconds. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const flows = useFlows();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      onClick={() => {
        if (copyText(text)) setCopied(true);
        else flows.notify('The browser refused to copy. Select the link and copy it by hand.');
      }}
    >
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </Button>
  );
}
