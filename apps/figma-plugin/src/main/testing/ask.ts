import type { RequestName, Result } from '../../protocol/requests.ts';
import { registry } from '../registry.ts';
import { createTask } from '../task.ts';
import { figmaStub, type Stub, type StubNode, type StubOptions } from './figma-stub.ts';

type Ask = <N extends RequestName>(name: N, params?: object) => Promise<Result<N>>;

/** A stand-in for Figma and a way to ask its handlers, as the panel does. */
export function setUp(options: StubOptions = {}): Stub & { ask: Ask } {
  const stub = figmaStub(options);
  return { ...stub, ask: (name, params = {}) => registry[name](stub.figma)(params, createTask()) };
}

/** A phone's frame at (x, 0). */
export function frame(id: string, x = 0, extra: Partial<StubNode> = {}): StubNode {
  return { id, type: 'FRAME', name: `Frame ${id}`, box: [x, 0, 390, 844], ...extra };
}
