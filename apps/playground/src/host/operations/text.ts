import * as z from 'zod';
import { check } from '../check.ts';
import { nodeOf } from '../plugin-context.ts';
import { styledTextSegments, TEXT_FIELDS } from '../read-text.ts';
import type { Operations } from './operation.ts';

const OTHERS = ['fills', 'listOptions', 'indentation', 'textStyleId', 'fillStyleId', 'openTypeFeatures'];
const fieldsSchema = z.array(z.enum([...Object.keys(TEXT_FIELDS), ...OTHERS]));
const index = z.int().min(0).optional();

/** Reading the runs of a text. */
export const textOperations: Operations = {
  'node.getStyledTextSegments'(context, id, fields, start, end) {
    const node = nodeOf(context, id);
    const length = node.characters?.length ?? 0;
    return styledTextSegments(node, check(fieldsSchema, fields, 'getStyledTextSegments', 'fields'), {
      start: check(index, start, 'getStyledTextSegments', 'start') ?? 0,
      end: Math.min(length, check(index, end, 'getStyledTextSegments', 'end') ?? length),
    });
  },
};
