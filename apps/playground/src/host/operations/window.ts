import * as z from 'zod';
import { check } from '../check.ts';
import type { PluginContext } from '../plugin-context.ts';
import type { Operations } from './operation.ts';

const MIN_WIDTH = 70;
const MIN_HEIGHT = 0;
const NOTIFY_LIMIT = 100;

const point = z.strictObject({ x: z.number(), y: z.number() });
const showOptions = z.strictObject({
  visible: z.boolean().optional(),
  title: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  position: point.optional(),
  themeColors: z.boolean().optional(),
});
const postOptions = z.strictObject({ origin: z.string().optional() }).optional();
const notifyOptions = z.strictObject({
  timeout: z.number().optional(),
  error: z.boolean().optional(),
  button: z.strictObject({ text: z.string() }).optional(),
});

/** Which windows are open, by plugin run. */
const open = new WeakSet<PluginContext>();

function needsUi(context: PluginContext, operation: string): void {
  if (!open.has(context)) throw new Error(`in ${operation}: No UI to ${operation}: call figma.showUI first`);
}

/** A string that Figma would load, found among the plugin's files: the playground serves no other page. */
function uiFile(context: PluginContext, html: string): string {
  if (html === context.html) return '';
  const named = Object.entries(context.uiFiles).find(([, content]) => content === html);
  if (named) return named[0];
  throw new Error(
    'in showUI: The playground shows __html__ and __uiFiles__ only: its pages are served with the CSP of the manifest.',
  );
}

/** The plugin's window, its messages, and notifications. */
export const windowOperations: Operations = {
  showUI(context, html, options) {
    const given = check(showOptions, options ?? {}, 'showUI', 'options');
    const file = uiFile(context, check(z.string(), html, 'showUI', 'html'));
    open.add(context);
    context.surface.showUi(file, {
      title: given.title ?? context.manifest.name,
      width: Math.max(MIN_WIDTH, given.width ?? 300),
      height: Math.max(MIN_HEIGHT, given.height ?? 200),
      visible: given.visible ?? true,
      themeColors: given.themeColors ?? false,
      position: given.position,
    });
  },
  'ui.show'(context) {
    needsUi(context, 'show');
    context.surface.setUiVisible(true);
  },
  'ui.hide'(context) {
    needsUi(context, 'hide');
    context.surface.setUiVisible(false);
  },
  'ui.close'(context) {
    open.delete(context);
    context.surface.closeUi();
  },
  'ui.resize'(context, width, height) {
    needsUi(context, 'resize');
    const w = check(z.number(), width, 'resize', 'width');
    const h = check(z.number(), height, 'resize', 'height');
    context.surface.resizeUi(Math.max(MIN_WIDTH, w), Math.max(MIN_HEIGHT, h));
  },
  'ui.reposition'(context, x, y) {
    needsUi(context, 'reposition');
    context.surface.moveUi(check(z.number(), x, 'reposition', 'x'), check(z.number(), y, 'reposition', 'y'));
  },
  'ui.getPosition'(context) {
    needsUi(context, 'getPosition');
    const at = context.surface.uiPosition();
    const { bounds, zoom } = context.editor.viewport;
    return { windowSpace: at, canvasSpace: { x: bounds.x + at.x / zoom, y: bounds.y + at.y / zoom } };
  },
  'ui.postMessage'(context, message, options) {
    check(postOptions, options, 'postMessage', 'options');
    if (open.has(context)) context.surface.postToUi(message);
  },
  notify(context, id, message, options) {
    const given = check(notifyOptions, options, 'notify', 'options');
    const text = check(z.string(), message, 'notify', 'message');
    context.surface.notify({
      id: Number(id),
      message: text.length > NOTIFY_LIMIT ? `${text.slice(0, NOTIFY_LIMIT - 1)}…` : text,
      timeout: given.timeout ?? 3000,
      error: given.error ?? false,
      button: given.button?.text,
    });
  },
  'notify.cancel': (context, id) => void context.surface.dismiss(Number(id)),
  'notify.dismiss': (context, id) => void context.surface.dismiss(Number(id)),
  openExternal(context, url) {
    const address = check(z.string(), url, 'openExternal', 'url');
    if (!/^https?:\/\//i.test(address)) {
      throw new Error(`in openExternal: "${address}" is not an http or https URL`);
    }
    context.surface.openExternal(address);
  },
  closePlugin: (context, message) =>
    context.close(message === undefined ? undefined : check(z.string(), message, 'closePlugin', 'message')),
  console: (context, level, text) => context.surface.log(String(level), String(text)),
};

/** Forgets the window of a run that has ended. */
export function forgetWindow(context: PluginContext): void {
  open.delete(context);
}
