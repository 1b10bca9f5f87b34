import { parseArgs } from 'node:util';
import { everyFault } from './faults/kinds.ts';
import { startFakeModels } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8790' },
    faults: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) {
  console.log('npm run fake-models -- [--port 8790] [--faults] [--seed 1]');
} else {
  const models = await startFakeModels({
    port: Number(values.port),
    seed: Number(values.seed),
    // A person watches: images come in steps, and a zoom has none.
    settings: {
      queuedSeconds: 1,
      workSeconds: 6,
      imageSeconds: 2,
      answerSeconds: 1,
      smooth: true,
      hangSeconds: 60,
    },
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`Port ${values.port} is taken: choose another one with --port.`);
    process.exit(1);
  });
  if (values.faults) models.control.faultsAtRandom({ ...everyFault, seed: Number(values.seed) });
  const address = models.origin.replace('127.0.0.1', 'localhost');
  console.log(`Pretend models at ${address}. What they make says so on its picture, and costs nothing.

  FAKE_MODELS_URL=${address} npm start    Animatic with them in place of every vendor (leave all model keys unset)

  ${address}/openai/v1     videos, images, and the language model of the director
  ${address}/fal  /google  /replicate  /xai  /alibaba
  ${address}/control       what was charged (/ledger), jobs, clock, faults

${values.faults ? 'Faults are on: it misbehaves now and then.' : 'No faults; --faults makes it misbehave now and then.'} Ctrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => models.stop().then(() => process.exit(0)));
}
