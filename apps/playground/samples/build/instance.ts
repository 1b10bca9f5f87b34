import type { Draft } from './draft.ts';

/**
 * An instance of a component, given as what it looks like: a draft built by the same function as the component,
 * so that both have the same layers in the same order. Throws when they have not.
 */
export function instanceOf(component: Draft, look: Draft): Draft {
  if (component.type !== 'COMPONENT' || component.key === undefined)
    throw new Error(`"${component.name}" is no component with a key`);
  sameLayers(component, look);
  return { ...look, type: 'INSTANCE', component: component.key };
}

function sameLayers(a: Draft, b: Draft): void {
  const [from, to] = [a.children ?? [], b.children ?? []];
  if (from.length !== to.length)
    throw new Error(`"${b.name}" has ${to.length} layers, its component ${from.length}`);
  from.forEach((child, index) => {
    const other = to[index];
    if (other?.type !== child.type)
      throw new Error(`"${child.name}" is another type of layer in the instance`);
    if (child.type !== 'INSTANCE') sameLayers(child, other);
  });
}

/** What differs between a component's layer and an instance's, in Figma's words. */
export function overriddenFields(component: Draft, look: Draft): readonly string[] {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const fields: string[] = [];
  if (differs(component.extra.characters, look.extra.characters)) fields.push('characters');
  if (differs(component.fills, look.fills)) fields.push('fills');
  if (differs(component.height, look.height)) fields.push('height');
  if (differs(component.name, look.name)) fields.push('name');
  if (differs(component.opacity, look.opacity)) fields.push('opacity');
  if (differs(component.strokes, look.strokes)) fields.push('strokes');
  if (differs(component.extra.style, look.extra.style)) fields.push('textStyle');
  if (differs(component.width, look.width)) fields.push('width');
  return fields;
}
