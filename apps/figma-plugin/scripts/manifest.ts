/** Figma's manifest, as far as we use it; the plugin typings hold no type for it. */
export interface Manifest {
  name: string;
  id: string;
  api: string;
  main: string;
  ui: string;
  editorType: string[];
  documentAccess: 'dynamic-page';
  networkAccess: { allowedDomains: string[]; devAllowedDomains?: string[]; reasoning: string };
  relaunchButtons: { command: string; name: string }[];
}

/**
 * The plugin's manifest for one API origin. An https origin is the one allowed domain; any other is a
 * development server, which Figma wants in `devAllowedDomains` with everything else closed.
 *
 * @example makeManifest('https://api.example.com').networkAccess.allowedDomains // ['https://api.example.com']
 */
export function makeManifest(apiOrigin: string): Manifest {
  const reasoning =
    'Sends the frames you render to your Animatic server and plays the finished clip. Nothing leaves Figma before you press Render.';
  const secure = new URL(apiOrigin).protocol === 'https:';
  return {
    name: 'Animatic',
    id: 'animatic',
    api: '1.0.0',
    main: 'code.js',
    ui: 'ui.html',
    editorType: ['figma'],
    documentAccess: 'dynamic-page',
    networkAccess: secure
      ? { allowedDomains: [apiOrigin], reasoning }
      : { allowedDomains: ['none'], devAllowedDomains: [apiOrigin], reasoning },
    relaunchButtons: [
      { command: 'open-preview', name: 'Open preview' },
      { command: 'render-again', name: 'Render again' },
    ],
  };
}
