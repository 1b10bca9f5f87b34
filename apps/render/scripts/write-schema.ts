import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { schemaText } from '../src/source/written-storyboard.ts';

/** Writes the published JSON Schema anew; a test says when that is due. */
const path = fileURLToPath(new URL('../docs/storyboard.schema.json', import.meta.url));
await writeFile(path, schemaText());
