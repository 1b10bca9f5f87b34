import type { RestAction, RestInteraction, RestNode, RestTransition } from '../document/rest-node.ts';

/** A prototype reaction as the plugin API has it: durations in seconds. */
export interface Reaction {
  trigger: Record<string, unknown> | null;
  actions: Record<string, unknown>[];
  action?: Record<string, unknown>;
}

/**
 * Seconds of a transition. REST's specification says milliseconds, some files hold the plugin API's seconds; a
 * transition is never as short as 20 ms nor as long as 20 s, so the number tells.
 */
const toSeconds = (value = 0): number => (value > 20 ? value / 1000 : value);

/**
 * A node's reactions from REST's `interactions`. Where an action names no transition, or where a file has only the older
 * `transitionNodeID`, `transitionDuration` (milliseconds) and `transitionEasing`, those are read.
 */
export function reactionsOf(node: RestNode): Reaction[] {
  const interactions = node.interactions ?? [];
  if (interactions.length === 0 && node.transitionNodeID) {
    return [
      reaction({ type: 'ON_CLICK' }, [
        nodeAction({ destinationId: node.transitionNodeID, navigation: 'NAVIGATE' }, node),
      ]),
    ];
  }
  return interactions.map((interaction) =>
    reaction(
      triggerOf(interaction),
      (interaction.actions ?? []).flatMap((action) => (action ? [actionOf(action, node)] : [])),
    ),
  );
}

function reaction(trigger: Reaction['trigger'], actions: Reaction['actions']): Reaction {
  const [first] = actions;
  return { trigger, actions, ...(first && { action: first }) };
}

function triggerOf({ trigger }: RestInteraction): Reaction['trigger'] {
  if (!trigger?.type) return null;
  switch (trigger.type) {
    case 'AFTER_TIMEOUT':
      return { type: 'AFTER_TIMEOUT', timeout: trigger.timeout ?? 0 };
    case 'MOUSE_ENTER':
    case 'MOUSE_LEAVE':
      return { type: trigger.type, delay: trigger.delay ?? 0, deprecatedVersion: false };
    case 'MOUSE_UP':
    case 'MOUSE_DOWN':
      return { type: trigger.type, delay: trigger.delay ?? 0 };
    default:
      return { ...trigger };
  }
}

function actionOf(action: RestAction, node: RestNode): Record<string, unknown> {
  return action.type === 'NODE' ? nodeAction(action, node) : { ...action };
}

function nodeAction(action: RestAction, node: RestNode): Record<string, unknown> {
  return {
    type: 'NODE',
    destinationId: action.destinationId ?? null,
    navigation: action.navigation ?? 'NAVIGATE',
    transition: action.transition ? transitionOf(action.transition) : legacyTransition(node, action),
    preserveScrollPosition: action.preserveScrollPosition ?? false,
    resetScrollPosition: action.resetScrollPosition ?? true,
    resetVideoPosition: false,
    resetInteractiveComponents: false,
  };
}

function transitionOf(transition: RestTransition): Record<string, unknown> {
  const directional = transition.direction !== undefined;
  return {
    type: transition.type,
    ...(directional && { direction: transition.direction, matchLayers: transition.matchLayers ?? false }),
    easing: transition.easing ?? { type: 'EASE_OUT' },
    duration: toSeconds(transition.duration),
  };
}

/** REST tells the transition of older links beside the interaction; its duration is in milliseconds. */
function legacyTransition(node: RestNode, action: RestAction): Record<string, unknown> | null {
  const belongs = node.transitionNodeID === action.destinationId;
  if (!belongs || !node.transitionDuration) return null;
  return {
    type: action.navigation === 'CHANGE_TO' ? 'SMART_ANIMATE' : 'DISSOLVE',
    easing: { type: node.transitionEasing ?? 'EASE_OUT' },
    duration: toSeconds(node.transitionDuration),
  };
}
