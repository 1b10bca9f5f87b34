import type { Change, FigmaDocument } from '../document/figma-document.ts';
import { pluginType } from './read-node.ts';
import { NodeRef } from './references.ts';

/** A change as Figma's `documentchange` and `nodechange` tell it. */
export interface ChangeEvent {
  type: 'CREATE' | 'DELETE' | 'PROPERTY_CHANGE';
  id: string;
  origin: 'LOCAL';
  node: NodeRef | { removed: true; type: string; id: string };
  properties?: string[];
}

const TYPES = {
  create: 'CREATE',
  remove: 'DELETE',
  set: 'PROPERTY_CHANGE',
  append: 'PROPERTY_CHANGE',
  pluginData: 'PROPERTY_CHANGE',
  relaunchData: 'PROPERTY_CHANGE',
} as const;

/** What a plugin hears of a change. It is asked for while a node that is removed can still be looked at. */
export function changeEvent(document: FigmaDocument, { kind, nodeId, property }: Change): ChangeEvent {
  const node = document.node(nodeId);
  const removed = { removed: true, type: node ? pluginType(node) : 'FRAME', id: nodeId } as const;
  const properties = propertiesOf(kind, property);
  return {
    type: TYPES[kind],
    id: nodeId,
    origin: 'LOCAL',
    node: kind === 'remove' ? removed : new NodeRef(nodeId),
    ...(properties && { properties }),
  };
}

/** REST keeps a size in one property, the plugin API in two. */
function propertiesOf(kind: Change['kind'], property = ''): string[] | undefined {
  if (kind === 'create' || kind === 'remove') return undefined;
  if (kind === 'append') return ['parent'];
  if (kind === 'pluginData' || kind === 'relaunchData') return [kind];
  return property === 'size' ? ['width', 'height'] : [property];
}
