import type { Size } from '../../jobs/job.ts';

/** What a model on this wire takes. */
export interface ModelRules {
  /** `1280x720` and so on; without any, sides that are multiples of 8 from 128 to 2048. */
  sizes?: readonly string[];
  /** As strings, as OpenAI has them; without any, more than 0 up to 60. */
  seconds?: readonly string[];
  /** What is taken where nothing is said. */
  size: Size;
  defaultSeconds: number;
  /** Whether sound comes without being asked for. */
  sound: boolean;
  /** Whether one under way can be deleted. */
  stops: boolean;
}

const portrait = { width: 720, height: 1280 };

const sora: ModelRules = {
  sizes: ['720x1280', '1280x720'],
  seconds: ['4', '8', '12'],
  size: portrait,
  defaultSeconds: 4,
  sound: true,
  stops: false,
};

const rules: readonly [RegExp, ModelRules][] = [
  [/^sora-2-pro/, { ...sora, sizes: [...(sora.sizes ?? []), '1024x1792', '1792x1024'] }],
  [/^sora-2/, sora],
  // Open models behind SGLang, vLLM-Omni or LiteLLM: what they take is their operator's matter.
  [/./, { size: { width: 1280, height: 720 }, defaultSeconds: 5, sound: false, stops: true }],
];

export const rulesOf = (model: string): ModelRules => rules.find(([name]) => name.test(model))![1];

/** Lengths of an extension. */
export const extensionSeconds: readonly string[] = ['4', '8', '12', '16', '20'];
