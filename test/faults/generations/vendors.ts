/** Two providers on the pretend vendor: one whose list is read, and one that is taken to have none. */
export function vendorsAt(origin: string) {
  const provider = {
    wire: 'videos',
    baseUrl: `${origin}/openai/v1`,
    keyVariable: 'PRETEND_KEY',
    keyOptional: true,
    limits: { concurrent: 24, perMinute: 3000 },
    // What is stuck is given up soon, so that the run ends.
    timeoutSeconds: 25,
    pollSeconds: 0.5,
  };
  const model = {
    kind: 'video',
    sizes: [{ width: 640, height: 360 }],
    durations: [2, 4],
    takes: { delete: true },
    price: { per: 'second', dollars: 0.1 },
  };
  return {
    providers: [
      { ...provider, id: 'with-list', name: 'With a list', lists: true },
      { ...provider, id: 'without-list', name: 'Without a list', lists: false },
    ],
    models: [
      { ...model, id: 'listed', name: 'Listed', provider: 'with-list', model: 'wan-2.2' },
      { ...model, id: 'unlisted', name: 'Unlisted', provider: 'without-list', model: 'ltx-2' },
    ],
  };
}
