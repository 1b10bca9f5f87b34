/** What the server needs of the playground: pure functions, no DOM. */
export { type Manifest, parseManifest } from './host/manifest.ts';
export { pluginContentSecurityPolicy } from './host/plugin-csp.ts';
export { injectFigmaTheme, type Theme } from './host/plugin-theme.ts';
