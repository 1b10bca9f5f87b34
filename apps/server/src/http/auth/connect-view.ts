import { html } from 'hono/html';
import { mark, page } from '../../pages/index.ts';
import type { Html } from '../../pages/layout.ts';

const connectPage = (title: string, body: Html): Html =>
  page({ title: `${title} · Animatic`, kind: 'connect', body: html`<main>${mark}${body}</main>` });

export interface ConnectedPlugin {
  id: string;
  connectedAt: Date;
  usedAt: Date;
}

/** Asks for the code that the plugin shows; below, what is connected already. */
export function askCode(plugins: readonly ConnectedPlugin[], problem?: string): Html {
  return connectPage(
    'Connect Figma',
    html`<h1>Connect Figma</h1>
      <p>Type the code that the plugin shows.</p>
      <form method="get" action="/connect">
        <label for="user_code">Code</label>
        <input id="user_code" name="user_code" class="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" placeholder="ABCD-EFGH" required autofocus ${problem ? html`aria-invalid="true" aria-describedby="problem"` : ''} />
        ${problem ? html`<p class="problem" id="problem" role="alert">${problem}</p>` : ''}
        <button class="primary" type="submit">Continue</button>
      </form>
      ${plugins.length ? connectedPlugins(plugins) : ''}`,
  );
}

function connectedPlugins(plugins: readonly ConnectedPlugin[]): Html {
  return html`<section class="connected" aria-labelledby="connected">
    <h2 id="connected">Connected plugins</h2>
    <ul>
      ${plugins.map(
        ({ id, connectedAt, usedAt }) =>
          html`<li>
            <span>Figma plugin<small>Connected ${day(connectedAt)}, used ${day(usedAt)}</small></span>
            <form method="post" action="/connect/revoke">
              <input type="hidden" name="id" value="${id}" />
              <button type="submit">Disconnect</button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}

const day = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Asks whether the plugin that shows this code may act in the workspace. */
export function askApproval(options: { code: string; workspace: string; email: string }): Html {
  return connectPage(
    'Connect Figma',
    html`<h1>Connect the Figma plugin to ${options.workspace}?</h1>
      <p>Check that the plugin shows the same code. It will be able to upload frames, render clips and publish links in your name.</p>
      <output class="code" aria-label="Code">${options.code}</output>
      <form method="post" action="/connect">
        <input type="hidden" name="user_code" value="${options.code}" />
        <div class="choices">
          <button class="primary" type="submit" name="answer" value="approve">Approve</button>
          <button type="submit" name="answer" value="deny">Deny</button>
        </div>
      </form>
      <p class="small">Signed in as ${options.email}. You can disconnect the plugin at any time, here under <a href="/connect">Connect</a>.</p>`,
  );
}

export function connected(): Html {
  return connectPage(
    'Connected',
    html`<h1>Connected. Go back to Figma.</h1>
      <p>The plugin goes on by itself in a moment. You can close this page.</p>`,
  );
}

export function denied(): Html {
  return connectPage(
    'Not connected',
    html`<h1>The plugin was not connected</h1>
      <p>Nothing was shared with it. You can close this page.</p>`,
  );
}
