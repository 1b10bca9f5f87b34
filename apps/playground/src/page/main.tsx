import { render } from 'preact';
import { createHandle } from './automation.ts';
import { readParameters } from './model/parameters.ts';
import { Playground } from './model/playground.ts';
import { App } from './parts/app.tsx';

const playground = new Playground(readParameters(location.search));
const ready = playground.begin().then(() => {
  if (playground.failure) throw new Error(playground.failure);
});
ready.catch((error: unknown) => console.error(error));
window.__playground = createHandle(playground, ready);

const root = document.getElementById('root');
if (root) render(<App playground={playground} />, root);
