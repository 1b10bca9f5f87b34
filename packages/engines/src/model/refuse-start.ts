import { refusedHere } from './faults.ts';
import type { Ask } from './model-engine.ts';

/**
 * What a model's entry does not have is never sent, however it came to be asked: the plan was made before, and the
 * catalogue may have changed since.
 *
 * @throws {ModelError} `refused`
 */
export function refuseStart({ model: { name, kind, takes }, start }: Ask): void {
  const no = (what: string): never => {
    throw refusedHere('not_taken', `${name} ${what}.`, 'Choose another model, or another way to start.');
  };
  switch (start.kind) {
    case 'words':
      if (!takes.words) no('needs a picture to start from');
      return;
    case 'frames':
      if (!takes.firstFrame) no('takes no first frame');
      if (start.last && !takes.lastFrame) no('takes no last frame');
      return;
    case 'inputs':
      if (kind !== 'image') no('takes frames, not input pictures');
      if (start.inputs.length > takes.inputs) no(`takes at most ${takes.inputs} pictures`);
      if (start.mask && !takes.mask) no('takes no mask');
      return;
    default:
      if (!takes[start.kind]) no(`cannot ${start.kind} a take`);
  }
}
