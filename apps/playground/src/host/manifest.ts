import * as z from 'zod';

const networkAccess = z.object({
  allowedDomains: z.array(z.string()).min(1),
  reasoning: z.string().optional(),
  devAllowedDomains: z.array(z.string()).optional(),
});

const menuItem = z.looseObject({ name: z.string().optional(), command: z.string().optional() });

/** The keys of a plugin's manifest.json that the playground heeds. */
export const manifestSchema = z.looseObject({
  name: z.string().min(1),
  id: z.string().min(1).default('local-plugin'),
  api: z.string(),
  main: z.string().min(1),
  ui: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  editorType: z.array(z.string()).refine((types) => types.includes('figma'), {
    message: 'The playground stands in for the design editor: list "figma".',
  }),
  documentAccess: z.literal('dynamic-page', {
    message: 'Figma requires "documentAccess": "dynamic-page" of new plugins; the playground runs no other.',
  }),
  networkAccess: networkAccess.optional(),
  permissions: z.array(z.string()).default([]),
  menu: z.array(menuItem).optional(),
  relaunchButtons: z
    .array(z.object({ name: z.string(), command: z.string(), multipleSelection: z.boolean().optional() }))
    .default([]),
});

export type Manifest = z.output<typeof manifestSchema>;

/**
 * Reads a plugin's manifest.
 * @throws Error that names the key and what Figma allows there.
 * @example parseManifest(await (await fetch('plugin/manifest.json')).json())
 */
export function parseManifest(json: unknown): Manifest {
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`manifest.json: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
}
