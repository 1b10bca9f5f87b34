declare const __API_ORIGIN__: string;
declare const __PLUGIN_VERSION__: string;

/** Where the API is; put in when the panel is built. */
export const apiOrigin: string = __API_ORIGIN__;
export const pluginVersion: string = __PLUGIN_VERSION__;
