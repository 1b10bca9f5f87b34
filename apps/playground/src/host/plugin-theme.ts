export type Theme = 'light' | 'dark';

/** The message by which the page tells a plugin's window that Figma's theme has changed. */
export const THEME_MESSAGE = 'figma-theme';

const SCRIPT = `(()=>{const set=t=>{const c=document.documentElement.classList;c.remove('figma-light','figma-dark');c.add('figma-'+t)};addEventListener('message',e=>{const m=e.data;if(e.source===parent&&m&&typeof m==='object'&&(m['${THEME_MESSAGE}']==='light'||m['${THEME_MESSAGE}']==='dark')){e.stopImmediatePropagation();set(m['${THEME_MESSAGE}'])}})})();document.currentScript.remove()`;

/**
 * What Figma does to a plugin's window that asks for `themeColors`: the class `figma-light` or `figma-dark` on
 * `<html>` and the `--figma-color-*` variables, live. The file on disk stays as it was built.
 * @param html the plugin's ui.html
 * @param theme the theme to begin with
 * @param colors the variables as CSS rules for `.figma-light` and `.figma-dark`: `dist/figma-colors.css` of the playground
 * @example injectFigmaTheme(await readFile('ui.html', 'utf8'), 'dark', colors)
 */
export function injectFigmaTheme(html: string, theme: Theme, colors: string): string {
  const head = `<style>${colors.replaceAll('</', '<\\/')}</style><script>${SCRIPT}</script>`;
  const tag = /<html\b[^>]*>/i.exec(html);
  if (!tag) return `<html class="figma-${theme}"><head>${head}</head>${html}`;
  const opened = withClass(tag[0], `figma-${theme}`);
  const rest = html.slice(tag.index + tag[0].length);
  const headTag = /<head\b[^>]*>/i.exec(rest);
  const body = headTag
    ? rest.slice(0, headTag.index + headTag[0].length) + head + rest.slice(headTag.index + headTag[0].length)
    : `<head>${head}</head>${rest}`;
  return html.slice(0, tag.index) + opened + body;
}

function withClass(tag: string, name: string): string {
  const existing = /\bclass\s*=\s*(["'])(.*?)\1/i.exec(tag);
  if (!existing) return `${tag.slice(0, -1)} class="${name}">`;
  return tag.replace(existing[0], () => `class=${existing[1]}${existing[2]} ${name}${existing[1]}`);
}
