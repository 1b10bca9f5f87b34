export const failureKinds = [
  'cancelled',
  'budget',
  'key',
  'refused',
  'busy',
  'unreachable',
  'slow',
  'cut',
  'unreadable',
  'unfit',
] as const;
export type ModelFailureKind = (typeof failureKinds)[number];

/** Why a language model gave nothing that could be used, in words for people; nothing of its own words or keys. */
export class ModelFailure extends Error {
  readonly kind: ModelFailureKind;

  constructor(kind: ModelFailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ModelFailure';
    this.kind = kind;
  }
}
