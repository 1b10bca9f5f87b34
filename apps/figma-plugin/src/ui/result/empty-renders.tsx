import { Button } from '@create-figma-plugin/ui';
import { useFlows } from '../flow/flows.ts';
import { useSelect, useStore } from '../store/store.ts';
import classes from './empty-renders.module.css';

/** Before the first render of a file: what comes here, and the way to it. */
export function EmptyRenders() {
  const store = useStore();
  const flows = useFlows();
  const signedIn = useSelect((state) => state.token !== null);
  return (
    <div class={classes.empty}>
      <Picture />
      <h1 class={classes.title}>{signedIn ? 'No clips yet' : 'Your clips, in one place'}</h1>
      <p class={classes.words}>
        {signedIn
          ? 'Render the storyboard: each clip is kept here, ready to watch, publish and place on the canvas.'
          : 'Connect to see the clips that were rendered from this file.'}
      </p>
      {signedIn ? (
        <Button secondary onClick={() => store.dispatch({ type: 'set', values: { screen: 'board' } })}>
          Go to the storyboard
        </Button>
      ) : (
        <Button onClick={flows.connect}>Connect</Button>
      )}
    </div>
  );
}

/** A clip on top of the earlier ones. */
function Picture() {
  return (
    <svg class={classes.picture} width="176" height="104" viewBox="0 0 176 104" aria-hidden="true">
      <rect class={classes.third} x="44" y="8" width="88" height="54" rx="5" />
      <rect class={classes.second} x="34" y="18" width="108" height="62" rx="6" />
      <rect class={classes.first} x="22" y="30" width="132" height="70" rx="7" />
      <circle class={classes.disc} cx="88" cy="60" r="15" />
      <path
        class={classes.play}
        d="M84 53.6v12.8a1 1 0 0 0 1.53.85l10.2-6.4a1 1 0 0 0 0-1.7l-10.2-6.4a1 1 0 0 0-1.53.85Z"
      />
      <rect class={classes.line} x="32" y="88" width="112" height="3" rx="1.5" />
      <rect class={classes.played} x="32" y="88" width="44" height="3" rx="1.5" />
    </svg>
  );
}
