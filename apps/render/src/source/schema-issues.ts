import type * as z from 'zod';
import type { Issue } from './bad-storyboard.ts';

/** What a schema says is wrong, flat: of a choice among several forms, the form that came nearest. */
export function schemaIssues(
  issues: readonly z.core.$ZodIssue[],
  around: readonly (string | number)[] = [],
): Issue[] {
  return issues.flatMap((issue) => {
    const path = [...around, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
    if (issue.code === 'invalid_union') {
      const forms = issue.errors.map((form) => schemaIssues(form, path));
      const deepest = (form: Issue[]) => Math.max(0, ...form.map((one) => one.path.length));
      const best = forms.sort((a, b) => deepest(b) - deepest(a) || a.length - b.length)[0];
      if (best && best.length > 0 && deepest(best) > path.length) return best;
    }
    return [{ path, message: issue.message }];
  });
}
