import { Button, LoadingIndicator } from '@create-figma-plugin/ui';
import { useFlows } from '../flow/flows.ts';
import { Icon } from '../parts/icon.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import type { Connecting } from '../store/state.ts';
import classes from './connect-screen.module.css';

/** Signing in by a code and a browser window (RFC 8628). The board waits behind it. */
export function ConnectScreen({ connecting, origin }: { connecting: Connecting; origin: string }) {
  const flows = useFlows();
  return (
    <section class={classes.screen} aria-label="Connect">
      <div class={classes.middle}>
        <div class={classes.mark}>
          <Icon name="link" size={24} />
        </div>
        <h1 class={classes.title}>Connect to Animatic</h1>
        {connecting.step === 'failed' ? (
          <div class={classes.problem}>
            <ProblemNotice problem={{ ...connecting.problem, remedy: 'retry' }} onRemedy={flows.connect} />
          </div>
        ) : (
          <>
            <p class={classes.words}>
              Your frames are uploaded to <b>{hostOf(origin)}</b> for rendering. Confirm this code in the
              browser.
            </p>
            {connecting.step === 'waiting' ? (
              <>
                <output class={classes.code} aria-label="Code">
                  {connecting.code.user_code}
                </output>
                <Button onClick={() => flows.openLink(connecting.code.verification_uri_complete)}>
                  Open browser
                </Button>
                <p class={classes.waiting} role="status">
                  <LoadingIndicator /> Waiting for the browser
                </p>
              </>
            ) : (
              <p class={classes.waiting} role="status">
                <LoadingIndicator /> Asking for a code
              </p>
            )}
          </>
        )}
      </div>
      <footer class={classes.foot}>
        <p>Your storyboard stays as it is.</p>
        <Button secondary onClick={flows.cancelConnect}>
          Cancel
        </Button>
      </footer>
    </section>
  );
}

function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
