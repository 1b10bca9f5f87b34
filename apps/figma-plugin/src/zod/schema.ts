/** What a reader gives where the value is refused; no value from outside can be it. */
export const refused: unique symbol = Symbol('refused');
export type Read = (value: unknown) => unknown;

/** What a check that a schema's author wrote may do: refuse. */
interface Context {
  addIssue(issue: unknown): void;
}
type Answer = { success: true; data: unknown } | { success: false; error: Error };

/** A schema as the panel needs one: it reads or refuses, and says nothing about why. */
export class Schema {
  readonly read: Read;

  constructor(read: Read) {
    this.read = read;
  }

  safeParse(value: unknown): Answer {
    const data = this.read(value);
    return data === refused
      ? { success: false, error: new Error('The value has another form than was asked for.') }
      : { success: true, data };
  }
  parse(value: unknown): unknown {
    const answer = this.safeParse(value);
    if (!answer.success) throw answer.error;
    return answer.data;
  }

  optional(): Schema {
    return new Schema((value) => (value === undefined ? value : this.read(value)));
  }
  nullable(): Schema {
    return new Schema((value) => (value === null ? value : this.read(value)));
  }
  default(instead: unknown): Schema {
    return new Schema((value) => {
      if (value !== undefined) return this.read(value);
      return typeof instead === 'function' ? instead() : instead;
    });
  }
  /** Another value in its place, which may be refused. */
  replaced(next: Read): Schema {
    return new Schema((value) => {
      const known = this.read(value);
      return known === refused ? refused : next(known);
    });
  }
  superRefine(check: (value: never, context: Context) => void): Schema {
    return this.replaced((value) => {
      let good = true;
      const addIssue = () => {
        good = false;
      };
      check(value as never, { addIssue });
      return good ? value : refused;
    });
  }
  overwrite(change: (value: never) => unknown): Schema {
    return this.replaced((value) => change(value as never));
  }
  private check(holds: (value: unknown) => boolean): Schema {
    return this.replaced((value) => (holds(value) ? value : refused));
  }
  refine(holds: (value: never) => boolean, _words?: unknown): Schema {
    return this.check((value) => holds(value as never));
  }
  /** Of a number, or of the length of a text or a list. */
  min(least: number, _words?: unknown): Schema {
    return this.check((value) => extent(value) >= least);
  }
  max(most: number, _words?: unknown): Schema {
    return this.check((value) => extent(value) <= most);
  }
  length(exactly: number): Schema {
    return this.check((value) => extent(value) === exactly);
  }
  int(): Schema {
    return this.check(Number.isSafeInteger);
  }
  positive(): Schema {
    return this.check((value) => extent(value) > 0);
  }
  regex(form: RegExp, _words?: unknown): Schema {
    return this.check((value) => form.test(String(value)));
  }
  trim(): Schema {
    return this.replaced((value) => String(value).trim());
  }
}

const extent = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : Number(value);
