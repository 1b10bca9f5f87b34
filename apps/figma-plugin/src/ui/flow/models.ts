import { ApiError, type StyleInput } from '@animatic/client';
import type { Budget, Style } from '@animatic/schema';
import type { ConnectFlow } from './connect.ts';
import { problemOf } from './problems.ts';
import type { Session } from './session.ts';

export interface ModelsFlow {
  /** Models and looks: what a card chooses from. Without a token there is nothing to ask. */
  read(): Promise<void>;
  /** The budget and what was spent, for their sheet. */
  readSpending(): Promise<void>;
  setBudget(budget: Budget): Promise<void>;
  /** With an id: changes that look; gives whether it was kept. */
  keepStyle(style: StyleInput, id?: string): Promise<boolean>;
  removeStyle(id: string): Promise<void>;
}

/** What can be asked, in which look, for how much. */
export function modelsFlow(
  { store, api, origin }: Session,
  connect: Pick<ConnectFlow, 'expire'>,
): ModelsFlow {
  const set = (values: Parameters<typeof store.dispatch>[0] & { type: 'set' }) => store.dispatch(values);
  const quietly = async (slice: 'modelsProblem' | 'spendingProblem', work: () => Promise<void>) => {
    try {
      set({ type: 'set', values: { [slice]: null } });
      await work();
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'signed-out') connect.expire();
      set({ type: 'set', values: { [slice]: problemOf(error, origin) } });
      return false;
    }
  };
  const putStyle = (style: Style) => {
    const others = store.get().styles ?? [];
    const known = others.some(({ id }) => id === style.id);
    const styles = known ? others.map((each) => (each.id === style.id ? style : each)) : [...others, style];
    set({ type: 'set', values: { styles } });
  };
  return {
    async read() {
      if (store.get().token === null) return;
      await quietly('modelsProblem', async () => {
        const [models, styles] = await Promise.all([api.models(), api.styles()]);
        set({ type: 'set', values: { models, styles } });
      });
    },
    async readSpending() {
      if (store.get().token === null) return;
      await quietly('spendingProblem', async () => {
        const [budget, usage] = await Promise.all([api.budget(), api.usage()]);
        set({ type: 'set', values: { budget, usage } });
      });
    },
    async setBudget(wanted) {
      await quietly('spendingProblem', async () => {
        set({ type: 'set', values: { budget: await api.setBudget(wanted) } });
      });
    },
    keepStyle: (style, id) =>
      quietly('spendingProblem', async () =>
        putStyle(id === undefined ? await api.createStyle(style) : await api.updateStyle(id, style)),
      ),
    async removeStyle(id) {
      await quietly('spendingProblem', async () => {
        await api.deleteStyle(id);
        set({ type: 'set', values: { styles: (store.get().styles ?? []).filter((each) => each.id !== id) } });
      });
    },
  };
}
