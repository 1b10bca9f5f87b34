import * as z from 'zod';
import type { RestFile } from './rest-node.ts';

const MAX_DEPTH = 256;

interface Shape {
  id: string;
  name: string;
  type: string;
  children?: Shape[] | undefined;
}

const shape: z.ZodType<Shape> = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  type: z.string().min(1),
  get children(): z.ZodOptional<z.ZodArray<z.ZodType<Shape>>> {
    return z.array(shape).optional();
  },
});

const fileSchema = z.looseObject({
  name: z.string().default('Untitled'),
  document: shape,
  components: z.record(z.string(), z.looseObject({ name: z.string().optional() })).optional(),
});

/**
 * Reads the JSON that Figma's file API answers and checks the tree that the playground walks.
 * @throws Error naming the place in the file and what belongs there.
 * @example parseFile(JSON.parse(text)).document.children
 */
export function parseFile(json: unknown): RestFile {
  const deepest = depth(json);
  if (deepest > MAX_DEPTH) {
    throw new Error(`This document nests ${deepest} levels deep; the playground opens up to ${MAX_DEPTH}.`);
  }
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') || 'the top level';
    throw new Error(
      `This is not a Figma REST file: at ${where}: ${issue?.message}. Save the answer of GET /v1/files/<key>?geometry=paths and open that.`,
    );
  }
  if (parsed.data.document.type !== 'DOCUMENT') {
    throw new Error(
      `This is not a Figma REST file: document.type is ${parsed.data.document.type}, not DOCUMENT.`,
    );
  }
  return parsed.data as RestFile;
}

/** The nesting of `document` by `children`, found without recursion because the file is a stranger's. */
function depth(json: unknown): number {
  let level: unknown[] = [json instanceof Object && 'document' in json ? json.document : undefined];
  let deep = 0;
  while (level.length > 0 && deep <= MAX_DEPTH) {
    level = level.flatMap((node) =>
      node instanceof Object && 'children' in node && Array.isArray(node.children) ? node.children : [],
    );
    deep++;
  }
  return deep;
}
