import { LoadingIndicator } from '@create-figma-plugin/ui';
import { useFlows } from '../flow/flows.ts';
import { NumberField } from '../generate/number-field.tsx';
import { money } from '../parts/money.ts';
import { Progress } from '../parts/progress.tsx';
import { useSelect } from '../store/store.ts';
import classes from './spending-part.module.css';

const words: Record<string, string> = { generation: 'Footage and pictures', director: 'Language model' };

/** What may be spent, and what was this month. */
export function SpendingPart() {
  const flows = useFlows();
  const budget = useSelect((state) => state.budget);
  const usage = useSelect((state) => state.usage);
  const models = useSelect((state) => state.models);
  const problem = useSelect((state) => state.spendingProblem);
  if (!budget || !usage) return problem ? null : <LoadingIndicator />;
  const used = usage.total + usage.reserved;
  const set = (values: Partial<typeof budget>) => void flows.models.setBudget({ ...budget, ...values });
  return (
    <>
      <section class={classes.group} aria-label="This month">
        <p class={classes.head}>
          <span class={classes.title}>This month</span>
          <span class={classes.amount}>
            {money(usage.total)}
            {budget.month !== null && <span class={classes.quiet}> of {money(budget.month)}</span>}
          </span>
        </p>
        {budget.month !== null && (
          <Progress
            label="Spent this month"
            value={budget.month === 0 ? 1 : Math.min(1, used / budget.month)}
          />
        )}
        {usage.reserved > 0 && (
          <p class={classes.quiet}>{money(usage.reserved)} more are promised to what is under way.</p>
        )}
      </section>
      <section class={classes.group} aria-label="Limits">
        <h2 class={classes.title}>At most</h2>
        <label class={classes.row}>
          <span>A month</span>
          <NumberField
            label="US dollars a month"
            value={budget.month ?? undefined}
            min={0}
            max={1e6}
            placeholder="No limit"
            onChange={(month) => set({ month: month ?? null })}
          />
        </label>
        <label class={classes.row}>
          <span>A render</span>
          <NumberField
            label="US dollars a render"
            value={budget.render ?? undefined}
            min={0}
            max={1e6}
            placeholder="No limit"
            onChange={(render) => set({ render: render ?? null })}
          />
        </label>
        <p class={classes.quiet}>US dollars. What would pass a limit is not asked.</p>
      </section>
      <section class={classes.group} aria-label="By model">
        <h2 class={classes.title}>By model</h2>
        {usage.models.length === 0 && <p class={classes.quiet}>Nothing was paid for yet.</p>}
        <table class={classes.table}>
          <tbody>
            {usage.models.map(({ model, count, cost }) => (
              <tr key={model}>
                <td class={classes.name}>{models?.models.find(({ id }) => id === model)?.name ?? model}</td>
                <td class={classes.quiet}>{count}</td>
                <td>{money(cost)}</td>
              </tr>
            ))}
            {usage.kinds
              .filter(({ kind, cost }) => kind !== 'generation' && cost > 0)
              .map(({ kind, cost }) => (
                <tr key={kind}>
                  <td class={classes.name}>{words[kind] ?? kind}</td>
                  <td />
                  <td>{money(cost)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
