import { Button, LoadingIndicator } from '@create-figma-plugin/ui';
import { useFlows } from '../flow/flows.ts';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { useSelect } from '../store/store.ts';
import { EmptyRenders } from './empty-renders.tsx';
import { RenderRowItem } from './render-row.tsx';
import { renderRows } from './render-rows.ts';
import classes from './renders-screen.module.css';

/** Earlier renders of this file: the server's list, and what the file itself remembers. */
export function RendersScreen() {
  const flows = useFlows();
  const remembered = useSelect((state) => state.remembered);
  const renders = useSelect((state) => state.renders);
  const problem = useSelect((state) => state.rendersProblem);
  const signedIn = useSelect((state) => state.token !== null);
  const rows = renderRows(renders ?? [], remembered);
  const loading = signedIn && renders === null && !problem;
  return (
    <section class={classes.screen} aria-label="Renders">
      {problem && (
        <div class={classes.notice}>
          <ProblemNotice
            problem={problem}
            onRemedy={problem.remedy === 'connect' ? flows.connect : flows.openRenders}
          />
        </div>
      )}
      {!signedIn && !problem && rows.length > 0 && (
        <div class={classes.notice}>
          <Notice
            tone="info"
            title="You are not connected"
            detail="These renders are remembered in the file. Connect to watch them and to see the others."
          >
            <Button secondary onClick={flows.connect}>
              Connect
            </Button>
          </Notice>
        </div>
      )}
      {rows.length > 0 ? (
        <ul class={classes.list}>
          {rows.map((row) => (
            <RenderRowItem key={row.id} row={row} />
          ))}
        </ul>
      ) : loading ? (
        <div class={classes.loading}>
          <LoadingIndicator />
        </div>
      ) : (
        !problem && <EmptyRenders />
      )}
    </section>
  );
}
