import type { PreviewRecord } from '@animatic/db';
import type { Preview } from '@animatic/schema';

/** A preview with the address that stakeholders open. */
export function previewAnswer({ slug, ...record }: PreviewRecord, publicUrl: string): Preview {
  return { ...record, url: `${publicUrl}/p/${slug}` };
}
