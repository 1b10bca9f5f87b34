import type { Reference } from '../sandbox/transfer.ts';

/** A node as it crosses between the page and the plugin's VM: by its id. */
export class NodeRef {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

class Mixed {}

/** `figma.mixed` on the page's side. */
export const MIXED = new Mixed();

export function referenceOf(value: object): Reference | undefined {
  if (value instanceof NodeRef) return { kind: 'node', id: value.id };
  return value === MIXED ? { kind: 'mixed' } : undefined;
}

export function resolveReference(reference: Reference): unknown {
  return reference.kind === 'node' ? new NodeRef(reference.id) : MIXED;
}
