import { html } from 'hono/html';
import { mark, notice, page } from '../../pages/index.ts';
import type { Html } from '../../pages/layout.ts';

/** Asks for an e-mail address, or says how the owner of this machine gets in. */
export function signInPage(options: { mail: boolean; next: string; problem?: string }): Html {
  if (!options.mail)
    return notice(
      'Sign in from the terminal',
      'This server sends no mail. Whoever started it finds a link in the terminal that signs them in, once. For a new one, start it again.',
      html`<p class="small">To let people sign in by mail, set <code>SMTP_URL</code> and <code>MAIL_FROM</code>.</p>`,
    );
  return page({
    title: 'Sign in · Animatic',
    kind: 'connect',
    body: html`<main>
      ${mark}
      <h1>Sign in to Animatic</h1>
      <p>You get a link by mail. No password.</p>
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value="${options.next}" />
        <label for="email">E-mail</label>
        <input id="email" name="email" type="email" autocomplete="email" maxlength="254" required autofocus ${options.problem ? html`aria-invalid="true" aria-describedby="problem"` : ''} />
        ${options.problem ? html`<p class="problem" id="problem" role="alert">${options.problem}</p>` : ''}
        <button class="primary" type="submit">Send me a link</button>
      </form>
    </main>`,
  });
}

export function mailSent(email: string): Html {
  return notice(
    'Look into your mail',
    `A link is on its way to ${email}. It works once, within 15 minutes. You can close this page.`,
  );
}

export function spentLink(): Html {
  return notice(
    'This link was used before',
    'A sign-in link works once, within 24 hours. Start Animatic again for a new one; it stands in the terminal.',
  );
}
