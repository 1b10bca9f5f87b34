import * as z from 'zod';
import { check } from '../check.ts';
import { needsEditing, nodeOf } from '../plugin-context.ts';
import type { Operations } from './operation.ts';

const ENTRY_LIMIT = 100_000;
const RELAUNCH_LIMIT = 1000;
const namespaceSchema = z.string().regex(/^[A-Za-z0-9_.]{3,}$/, {
  message: 'The namespace must have at least 3 characters, and only letters, digits, _ and .',
});

function checkSize(operation: string, parts: string[]): void {
  const bytes = new TextEncoder().encode(parts.join('')).length;
  if (bytes > ENTRY_LIMIT) {
    throw new Error(
      `in ${operation}: The total entry size of ${bytes} bytes exceeds the limit of 100 kB (plugin id, key and value together).`,
    );
  }
}

const text = z.string();

/** What a plugin keeps in the file: private data, shared data, relaunch buttons. */
export const pluginDataOperations: Operations = {
  'node.getPluginData': (context, id, key) =>
    context.store.get(context.manifest.id, nodeOf(context, id).id, check(text, key, 'getPluginData', 'key')),
  'node.getPluginDataKeys': (context, id) => context.store.keys(context.manifest.id, nodeOf(context, id).id),
  'node.setPluginData'(context, id, key, value) {
    needsEditing(context, 'setPluginData');
    const node = nodeOf(context, id);
    const name = check(text.min(1), key, 'setPluginData', 'key');
    const content = check(text, value, 'setPluginData', 'value');
    checkSize('setPluginData', [context.manifest.id, name, content]);
    context.store.set(context.manifest.id, node.id, name, content);
    context.document.record({ kind: 'pluginData', nodeId: node.id, property: name, value: content });
  },
  'node.getSharedPluginData': (context, id, namespace, key) =>
    context.store.get(
      `shared:${check(namespaceSchema, namespace, 'getSharedPluginData', 'namespace')}`,
      nodeOf(context, id).id,
      check(text, key, 'getSharedPluginData', 'key'),
    ),
  'node.getSharedPluginDataKeys': (context, id, namespace) =>
    context.store.keys(
      `shared:${check(namespaceSchema, namespace, 'getSharedPluginDataKeys', 'namespace')}`,
      nodeOf(context, id).id,
    ),
  'node.setSharedPluginData'(context, id, namespace, key, value) {
    needsEditing(context, 'setSharedPluginData');
    const node = nodeOf(context, id);
    const space = check(namespaceSchema, namespace, 'setSharedPluginData', 'namespace');
    const name = check(text.min(1), key, 'setSharedPluginData', 'key');
    const content = check(text, value, 'setSharedPluginData', 'value');
    checkSize('setSharedPluginData', [space, name, content]);
    context.store.set(`shared:${space}`, node.id, name, content);
    context.document.record({ kind: 'pluginData', nodeId: node.id, property: name, value: content });
  },
  'node.getRelaunchData': (context, id) =>
    context.store.relaunch(context.manifest.id, nodeOf(context, id).id),
  'node.setRelaunchData'(context, id, data) {
    needsEditing(context, 'setRelaunchData');
    const node = nodeOf(context, id);
    const description = text.max(RELAUNCH_LIMIT, {
      message: `A relaunch description has at most ${RELAUNCH_LIMIT} characters`,
    });
    const entries = check(z.record(z.string(), description), data, 'setRelaunchData', 'data');
    const allowed = context.manifest.relaunchButtons.map((button) => button.command);
    for (const command of Object.keys(entries)) {
      if (!allowed.includes(command)) {
        throw new Error(
          `in setRelaunchData: The command "${command}" is not in "relaunchButtons" of manifest.json. Listed are: ${allowed.join(', ') || 'none'}.`,
        );
      }
    }
    context.store.setRelaunch(context.manifest.id, node.id, entries);
    context.document.record({ kind: 'relaunchData', nodeId: node.id, value: entries });
  },
};
