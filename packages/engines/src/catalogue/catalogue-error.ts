/** A catalogue's file that is not right: one line a fault, each with its place. */
export class CatalogueError extends Error {
  override name = 'CatalogueError';
  readonly faults: readonly string[];
  constructor(place: string, faults: readonly string[]) {
    super([`${place} is not a catalogue of models:`, ...faults.map((fault) => `- ${fault}`)].join('\n'));
    this.faults = faults;
  }
}
