import * as z from 'zod';
import { parseFile } from '../../document/parse-file.ts';
import type { RestFile } from '../../document/rest-node.ts';

const sampleSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().default(''),
  file: z.string(),
  images: z.string().optional(),
  /** The image files' names by `imageRef`, added by the build. */
  imageFiles: z.record(z.string(), z.string()).optional(),
});

export type Sample = z.output<typeof sampleSchema>;

/** A document that can be opened: its tree, and where its images' bytes are. */
export interface DocumentSource {
  id: string;
  title: string;
  file: RestFile;
  hasImage(ref: string): boolean;
  image(ref: string): Promise<Uint8Array | undefined>;
}

const SAMPLES = './samples/';

/** The documents that ship with the playground; none where the list is missing. */
export async function loadSamples(): Promise<Sample[]> {
  const answer = await fetch(`${SAMPLES}index.json`);
  if (!answer.ok) return [];
  return z.array(sampleSchema).parse(await answer.json());
}

/** Opens one of the samples. */
export async function sampleSource(sample: Sample): Promise<DocumentSource> {
  const files = sample.imageFiles ?? {};
  return {
    id: sample.id,
    title: sample.title,
    file: parseFile(await fetchJson(SAMPLES + sample.file)),
    hasImage: (ref) => Object.hasOwn(files, ref),
    image: async (ref) =>
      Object.hasOwn(files, ref) ? fetchBytes(`${SAMPLES}${sample.images}/${files[ref]}`) : undefined,
  };
}

/** Opens a document by its address; its images lie in `images/` beside it, named by `imageRef`. */
export async function urlSource(url: string): Promise<DocumentSource> {
  const file = parseFile(await fetchJson(url));
  const folder = new URL('images/', new URL(url, location.href));
  return {
    id: url,
    title: file.name,
    file,
    hasImage: () => true,
    async image(ref) {
      for (const extension of ['.png', '.jpg', '.jpeg', '.gif', '']) {
        const bytes = await fetchBytes(new URL(encodeURIComponent(ref) + extension, folder).href).catch(
          () => undefined,
        );
        if (bytes) return bytes;
      }
      return undefined;
    },
  };
}

/** Opens a document from memory. `images` holds the bytes by `imageRef`. */
export function memorySource(
  id: string,
  json: unknown,
  images: ReadonlyMap<string, () => Promise<Uint8Array>>,
): DocumentSource {
  const file = parseFile(json);
  return {
    id,
    title: file.name,
    file,
    hasImage: (ref) => images.has(ref),
    image: async (ref) => images.get(ref)?.(),
  };
}

/**
 * Opens what a person chose: one JSON file and the images, named by `imageRef`.
 * @throws Error where there is not exactly one JSON file.
 */
export async function filesSource(files: readonly File[]): Promise<DocumentSource> {
  const documents = files.filter((file) => file.name.endsWith('.json'));
  const chosen = documents.find((file) => file.name === 'document.json') ?? documents[0];
  if (!chosen || (documents.length > 1 && chosen.name !== 'document.json')) {
    throw new Error(
      `Choose a folder (or files) with one REST document as .json and its images; there are ${documents.length} .json files here.`,
    );
  }
  const images = new Map(
    files
      .filter((file) => file !== chosen)
      .map((file) => [file.name.replace(/\.\w+$/, ''), async () => new Uint8Array(await file.arrayBuffer())]),
  );
  return memorySource(`file:${chosen.name}:${chosen.size}`, JSON.parse(await chosen.text()), images);
}

async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}; there should be a Figma REST document.`);
  return answer.json();
}

async function fetchBytes(url: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(url);
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}
