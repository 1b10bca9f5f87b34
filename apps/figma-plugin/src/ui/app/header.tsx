import { useFlows } from '../flow/flows.ts';
import { Menu } from '../parts/menu.tsx';
import { ToolButton } from '../parts/tool-button.tsx';
import type { Screen } from '../store/state.ts';
import { useSelect, useStore } from '../store/store.ts';
import classes from './header.module.css';

/** Tabs at the left, undo and the account at the right. */
export function Header() {
  const store = useStore();
  const flows = useFlows();
  const screen = useSelect((state) => state.screen);
  const me = useSelect((state) => state.me);
  const signedIn = useSelect((state) => state.token !== null);
  const canUndo = useSelect((state) => state.history.past.length > 0);
  const canRedo = useSelect((state) => state.history.future.length > 0);
  const show = (to: Screen) => {
    if (to === 'renders') flows.openRenders();
    store.dispatch({ type: 'set', values: { screen: to } });
  };
  const tab = (name: Screen, text: string) => (
    <button
      type="button"
      class={`${classes.tab} ${screen === name ? classes.current : ''}`}
      aria-pressed={screen === name}
      onClick={() => show(name)}
    >
      {text}
    </button>
  );
  return (
    <header class={classes.header}>
      <nav class={classes.tabs} aria-label="Parts">
        {tab('board', 'Storyboard')}
        {tab('renders', 'Renders')}
        {tab('models', 'Models')}
      </nav>
      {screen === 'board' && (canUndo || canRedo) && (
        <>
          <ToolButton
            label="Undo"
            icon="undo"
            disabled={!canUndo}
            onClick={() => store.dispatch({ type: 'undo' })}
          />
          <ToolButton
            label="Redo"
            icon="redo"
            disabled={!canRedo}
            onClick={() => store.dispatch({ type: 'redo' })}
          />
        </>
      )}
      {signedIn && (
        <Menu
          label={me ? `Account: ${me.workspace.name}` : 'Account'}
          icon="person"
          heading={me ? me.workspace.name : 'Connected'}
          groups={[[{ text: 'Sign out', onSelect: flows.signOut }]]}
        />
      )}
    </header>
  );
}
