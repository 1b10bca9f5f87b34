import type { Style, styleInputSchema } from '@animatic/schema';
import { and, eq } from 'drizzle-orm';
import type * as z from 'zod';
import type { Db } from '../connect.ts';
import { isUniqueViolation, Refusal } from '../refusal.ts';
import { newId, style } from '../schema/index.ts';
import { stillQueries } from './stills.ts';

export type StyleInput = z.output<typeof styleInputSchema>;

const view = (row: typeof style.$inferSelect): Style => ({
  id: row.id,
  name: row.name,
  words: row.words,
  stills: row.stills,
  seed: row.seed,
  createdAt: row.createdAt.toISOString(),
});

/** The named looks of one workspace. */
export function styleQueries(db: Db, workspaceId: string) {
  const stills = stillQueries(db, workspaceId);
  const ours = (id: string) => and(eq(style.workspaceId, workspaceId), eq(style.id, id));

  async function checkStills(hashes: readonly string[] | undefined) {
    if (!hashes?.length) return;
    const known = new Set((await stills.known(hashes)).map(({ hash }) => hash));
    const places = hashes.flatMap((hash, index) =>
      known.has(hash)
        ? []
        : [
            {
              path: `stills.${index}`,
              message: `The still ${hash} is not in this workspace.`,
              allowed: `PUT /v1/stills/${hash} first.`,
            },
          ],
    );
    if (places.length > 0)
      throw new Refusal('missing_stills', 'A reference picture of the style was not uploaded yet.', places);
  }
  const nameTaken = (name: string) =>
    new Refusal('style_name_taken', `There is a style “${name}” already. Choose another name.`, [
      { path: 'name', message: 'taken' },
    ]);

  return {
    async list(): Promise<Style[]> {
      const rows = await db
        .select()
        .from(style)
        .where(eq(style.workspaceId, workspaceId))
        .orderBy(style.name);
      return rows.map(view);
    },

    async get(id: string): Promise<Style | null> {
      const [row] = await db.select().from(style).where(ours(id));
      return row ? view(row) : null;
    },

    /** All of them by id, as the planning of asks takes them. */
    async byId(): Promise<Map<string, Style>> {
      return new Map((await this.list()).map((found) => [found.id, found]));
    },

    /** @throws {Refusal} `style_name_taken`, `missing_stills` */
    async create(input: StyleInput): Promise<Style> {
      await checkStills(input.stills);
      try {
        const [row] = await db
          .insert(style)
          .values({ id: newId(), workspaceId, ...input })
          .returning();
        return view(row!);
      } catch (error) {
        if (isUniqueViolation(error)) throw nameTaken(input.name);
        throw error;
      }
    },

    /**
     * Changes what is given; null for an unknown one. What was made with it stays as it is.
     *
     * @throws {Refusal} `style_name_taken`, `missing_stills`
     */
    async update(id: string, changes: Partial<StyleInput>): Promise<Style | null> {
      await checkStills(changes.stills);
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      if (Object.keys(given).length === 0) return this.get(id);
      try {
        const [row] = await db.update(style).set(given).where(ours(id)).returning();
        return row ? view(row) : null;
      } catch (error) {
        if (isUniqueViolation(error)) throw nameTaken(changes.name ?? '');
        throw error;
      }
    },

    /** False for an unknown one. */
    async delete(id: string): Promise<boolean> {
      return (await db.delete(style).where(ours(id)).returning({ id: style.id })).length > 0;
    },
  };
}
