import type { Take } from '@animatic/schema';
import { Button } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { useFlows } from '../flow/flows.ts';
import { type DownloadRow, downloadGroups } from './download-rows.ts';
import classes from './downloads.module.css';

/** Everything that a render came out as, each a download. */
export function Downloads({ takes, title }: { takes: readonly Take[]; title: string }) {
  const flows = useFlows();
  const [busy, setBusy] = useState<string | null>(null);
  const download = async (take: Take, row: DownloadRow) => {
    if (!row.what || busy) return;
    setBusy(take.id + row.key);
    await flows.download(take, row.what, row.saveAs);
    setBusy(null);
  };
  const groups = downloadGroups(takes, title);
  return (
    <section class={classes.downloads} aria-label="Downloads">
      {groups.map(({ take, heading, rows }) => (
        <div key={take.id} class={classes.group}>
          {groups.length > 1 && <h2 class={classes.heading}>{heading}</h2>}
          <ul class={classes.list}>
            {rows.map((row) => (
              <li key={row.key} class={classes.row}>
                <span class={classes.words}>
                  {row.name}
                  <span class={classes.detail} title={row.detail}>
                    {' '}
                    · {row.detail}
                  </span>
                </span>
                {row.what && (
                  <Button
                    secondary
                    loading={busy === take.id + row.key}
                    aria-label={`Download ${row.saveAs}`}
                    onClick={() => void download(take, row)}
                  >
                    Download
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
