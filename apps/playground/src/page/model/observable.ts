/** Something that tells its listeners when it has changed. */
export class Observable {
  /** Counts the changes. */
  version = 0;
  private readonly listeners = new Set<() => void>();
  private told = false;

  /** Calls back after changes, at most once a microtask; returns how to stop that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected changed(): void {
    this.version++;
    if (this.told) return;
    this.told = true;
    queueMicrotask(() => {
      this.told = false;
      for (const listener of [...this.listeners]) listener();
    });
  }
}
