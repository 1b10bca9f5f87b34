export { ModelFailure, type ModelFailureKind } from './call/failure.ts';
export { type LanguageModel, type LanguageModelSettings, openLanguageModel } from './call/language-model.ts';
export {
  DEFAULT_DIRECTOR_MODEL,
  type DirectorPrice,
  directorFileSchema,
  directorPrice,
  directorPriceSchema,
} from './call/prices.ts';
export type { Entry, Ledger } from './call/spending.ts';
export { directShot, type ShotInput } from './direct-shot.ts';
export { type Director, type DirectorOptions, NO_KEY } from './director.ts';
export type { ProposalInput } from './propose/proposal-input.ts';
export { proposeStoryboard } from './propose/propose-storyboard.ts';
export type { VideoModel } from './video-model.ts';
