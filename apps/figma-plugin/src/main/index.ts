import type { ToPanel } from '../protocol/envelope.ts';
import { createDispatch } from './dispatch.ts';
import { tellEvents } from './events.ts';
import { registry } from './registry.ts';
import { previewOf } from './storage/frame-render.ts';
import { findSettings } from './storage/settings.ts';

const post = (message: ToPanel): void => figma.ui.postMessage(message);

/** The relaunch button opens the link itself; the panel is not needed for it. */
function openPreview(): boolean {
  const [frame] = figma.currentPage.selection;
  const url = figma.command === 'open-preview' && frame ? previewOf(frame) : null;
  if (!url || !/^https?:\/\//i.test(url)) return false;
  figma.openExternal(url);
  figma.closePlugin();
  return true;
}

async function run(): Promise<void> {
  if (openPreview()) return;
  // Hidden layers inside instances are never captured: leaving them out makes reading many times quicker.
  figma.skipInvisibleInstanceChildren = true;
  figma.ui.onmessage = createDispatch(figma, registry, post);
  const { width, height } = await findSettings(figma);
  figma.showUI(__html__, { width, height, themeColors: true, title: 'Animatic' });
  tellEvents(figma, (name, data) => figma.ui.postMessage({ kind: 'event', name, data }));
}

void run();
