export { ModelFailure, type ModelFailureKind } from './call/failure.ts';
export { type LanguageModel, type LanguageModelSettings, openLanguageModel } from './call/language-model.ts';
export type { Entry, Ledger } from './call/spending.ts';
export { directShot, type ShotInput } from './direct-shot.ts';
export type { DirectedBy, Director, DirectorOptions } from './director.ts';
export type { ProposalInput } from './propose/proposal-input.ts';
export { proposeStoryboard } from './propose/propose-storyboard.ts';
export type { VideoModel } from './video-model.ts';
