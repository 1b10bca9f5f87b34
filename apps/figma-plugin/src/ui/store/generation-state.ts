import type {
  Budget,
  Estimate,
  Generation,
  ModelList,
  ProposalAnswer,
  Render,
  Style,
  Usage,
} from '@animatic/schema';
import type { Problem } from './state.ts';

/** A take's files as blob URLs, fetched with the token; a poster that there is none of stays null. */
export interface FootageView {
  poster: string | null;
  clip: string | null;
}

/** Pictures of a scene on their way, or to be chosen from. */
export interface SceneJob {
  shot: string;
  step: 'asking' | 'making' | 'made';
  /** What the pictures were asked with, for the shot that takes one of them. */
  model: string;
  prompt: string;
  /** Generations, a variant each. */
  ids: string[];
  problem: Problem | null;
}

/** A storyboard from a brief: written on, asked for, and there to be looked at. */
export type Draft =
  | { step: 'brief' }
  | { step: 'asking' }
  | { step: 'proposed'; answer: ProposalAnswer }
  | { step: 'failed'; problem: Problem };

/** What the panel knows of models, what they make, and what that costs. */
export interface GenerationState {
  models: ModelList | null;
  modelsProblem: Problem | null;
  styles: Style[] | null;
  budget: Budget | null;
  usage: Usage | null;
  /** Why looks or spending could not be read or kept. */
  spendingProblem: Problem | null;
  /** Of the board as it was a moment ago; null where no model is asked. */
  estimate: Estimate | null;
  estimateProblem: Problem | null;
  /** The price of the board as it is now is on its way: nothing is spent before it is there. */
  pricing: boolean;
  /** The render that models work for, as it stands; it stays after a failure, for its shots to be asked again. */
  running: Render | null;
  generations: Readonly<Record<string, Generation>>;
  footage: Readonly<Record<string, FootageView>>;
  /** Scenes' pictures, by their hashes. */
  scenes: Readonly<Record<string, Blob>>;
  sceneJob: SceneJob | null;
  /** The shot that a language model directs. */
  directing: string | null;
  draft: Draft | null;
  /** Shots whose last wish (a retry, a decision, a cancel) the server refused, and why. */
  refusals: Readonly<Record<string, string>>;
}

export const initialGeneration: GenerationState = {
  models: null,
  modelsProblem: null,
  styles: null,
  budget: null,
  usage: null,
  spendingProblem: null,
  estimate: null,
  estimateProblem: null,
  pricing: false,
  running: null,
  generations: {},
  footage: {},
  scenes: {},
  sceneJob: null,
  directing: null,
  draft: null,
  refusals: {},
};
