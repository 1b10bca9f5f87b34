import type { Wire } from '../catalogue/catalogue.ts';
import { alibaba } from './alibaba.ts';
import { fal } from './fal.ts';
import { google } from './google.ts';
import { replicate } from './replicate.ts';
import type { Vendor } from './vendor.ts';
import { xai } from './xai.ts';

/** The AI SDK's providers that we know: a new one is a file and a line here, and its name among the wires. */
export const vendors: Record<Exclude<Wire, 'videos' | 'images'>, Vendor> = {
  fal,
  google,
  replicate,
  xai,
  alibaba,
};

/** Who speaks a wire. @throws {RangeError} of a wire that the AI SDK does not speak */
export function vendorOf(wire: Wire): Vendor {
  if (wire === 'videos' || wire === 'images') throw new RangeError(`${wire} is no wire of the AI SDK`);
  return vendors[wire];
}
