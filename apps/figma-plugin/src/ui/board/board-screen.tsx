import type { Deriver } from '../derive/derive-board.ts';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import type { Playback } from '../player/playback.ts';
import { PlayerPane } from '../player/player-pane.tsx';
import { RenderBar } from '../render/render-bar.tsx';
import { useSelect, useStore } from '../store/store.ts';
import classes from './board-screen.module.css';
import { EmptyBoard } from './empty-board.tsx';
import { FormatBar } from './format-bar.tsx';
import { SelectionOffer } from './selection-offer.tsx';
import { ShotList } from './shot-list.tsx';

/** The storyboard: the player on top, the cards under it, Render at the foot. */
export function BoardScreen({ derive, playback }: { derive: Deriver; playback: Playback }) {
  const derived = useSelect(derive);
  const empty = useSelect((state) => state.history.present.shots.length === 0);
  if (empty)
    return (
      <>
        <BoardNotices />
        <EmptyBoard />
      </>
    );
  return (
    <>
      <PlayerPane playback={playback} derived={derived} />
      <FormatBar size={derived.size} />
      <BoardNotices />
      <SelectionOffer />
      <ShotList derived={derived} />
      <RenderBar derived={derived} />
    </>
  );
}

/** What concerns the whole board: where it is kept, and whether that went well. */
function BoardNotices() {
  const store = useStore();
  const viewOnly = useSelect((state) => !state.editable || state.place === 'device');
  const saveProblem = useSelect((state) => state.saveProblem);
  const notice = useSelect((state) => state.notice);
  if (!viewOnly && !saveProblem && !notice) return null;
  return (
    <div class={classes.notices}>
      {saveProblem && <ProblemNotice problem={saveProblem} />}
      {notice && (
        <ProblemNotice
          problem={notice}
          onDismiss={() => store.dispatch({ type: 'set', values: { notice: null } })}
        />
      )}
      {viewOnly && !saveProblem && (
        <Notice
          tone="info"
          title="You can only view this file"
          detail="The storyboard is kept on this device, not in the file."
        />
      )}
    </div>
  );
}
