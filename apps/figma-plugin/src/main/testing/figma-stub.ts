/** Stands in for Figma in handler tests: nodes that throw for what they do not have, as Figma's own do. */
export interface StubNode {
  id: string;
  type: string;
  name?: string;
  /** On the page: x, y, width, height. */
  box?: readonly [number, number, number, number];
  children?: StubNode[];
  [property: string]: unknown;
}

export interface StubOptions {
  /** What lies on the page. */
  nodes?: StubNode[];
  selection?: string[];
  viewOnly?: boolean;
  command?: string;
  /** Answers `exportAsync`. */
  exportBytes?: (id: string, settings: ExportSettings) => Uint8Array | Promise<Uint8Array>;
  /** Rejects videos as free teams do. */
  noVideo?: boolean;
  /** Ids of the file's further pages. */
  otherPages?: string[];
  flowStartingPoints?: Array<{ nodeId: string; name: string }>;
}

export interface Stub {
  figma: PluginAPI;
  /** Every write, as `id.name`, to show that nothing else was touched. */
  writes: string[];
  opened: string[];
  notified: string[];
  resized: Array<[number, number]>;
  closed: () => boolean;
  storage: Map<string, unknown>;
  pluginData: Map<string, string>;
  created: Array<Record<string, unknown>>;
  node(id: string): Record<string, unknown>;
  remove(id: string): void;
}

const PAINTED = ['FRAME', 'COMPONENT', 'INSTANCE', 'RECTANGLE', 'ELLIPSE', 'TEXT', 'VECTOR'];
const CONTAINERS = ['FRAME', 'COMPONENT', 'INSTANCE', 'GROUP', 'SECTION', 'BOOLEAN_OPERATION'];

function defaults(node: StubNode): Record<string, unknown> {
  const [x, y, width, height] = node.box ?? [0, 0, 10, 10];
  const bounds = { x, y, width, height };
  const common = {
    name: node.type,
    visible: true,
    removed: false,
    width,
    height,
    absoluteBoundingBox: bounds,
  };
  const drawn = {
    absoluteRenderBounds: bounds,
    relativeTransform: [
      [1, 0, x],
      [0, 1, y],
    ],
    opacity: 1,
    blendMode: 'PASS_THROUGH',
    isMask: false,
    effects: [],
    reactions: [],
  };
  const painted = {
    fills: [],
    strokes: [],
    strokeWeight: 1,
    strokeAlign: 'INSIDE',
    dashPattern: [],
    annotations: [],
  };
  const frame = {
    clipsContent: true,
    topLeftRadius: 0,
    topRightRadius: 0,
    bottomRightRadius: 0,
    bottomLeftRadius: 0,
    layoutMode: 'NONE',
    itemReverseZIndex: false,
    numberOfFixedChildren: 0,
  };
  return {
    ...common,
    ...(node.type === 'SECTION' ? {} : drawn),
    ...(PAINTED.includes(node.type) ? painted : {}),
    ...(['FRAME', 'COMPONENT', 'INSTANCE'].includes(node.type) ? frame : {}),
    ...(node.type === 'ELLIPSE'
      ? { arcData: { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0 } }
      : {}),
    ...(node.type === 'TEXT' ? { characters: 'Text', fontSize: 16, fontWeight: 400, fontName: {} } : {}),
    ...(node.type === 'INSTANCE' ? { getMainComponentAsync: async () => null } : {}),
  };
}

export function figmaStub(options: StubOptions = {}): Stub {
  const writes: string[] = [];
  const pluginData = new Map<string, string>();
  const storage = new Map<string, unknown>();
  const created: Array<Record<string, unknown>> = [];
  const opened: string[] = [];
  const notified: string[] = [];
  const resized: Array<[number, number]> = [];
  const byId = new Map<string, Record<string, unknown>>();
  let isClosed = false;

  const strict = (id: string, values: Record<string, unknown>): Record<string, unknown> =>
    new Proxy(values, {
      get(target, name) {
        if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
        if (!(name in target))
          throw new TypeError(`no such property '${name}' on ${String(target.type)} node`);
        return target[name];
      },
      set(target, name, value) {
        writes.push(`${id}.${String(name)}`);
        target[String(name)] = value;
        return true;
      },
    });

  const dataOf = (id: string) => ({
    getPluginData: (key: string) => pluginData.get(`${id}/${key}`) ?? '',
    setPluginData: (key: string, value: string) => {
      if (options.viewOnly) throw new Error('in setPluginData: Cannot write to a view-only file');
      if (value.length * 3 > 100_000 + 3 * key.length) throw new Error('in setPluginData: over 100 kB');
      if (value !== '' || pluginData.has(`${id}/${key}`) || key !== 'editable')
        writes.push(`${id}.pluginData`);
      if (value === '') pluginData.delete(`${id}/${key}`);
      else pluginData.set(`${id}/${key}`, value);
    },
  });

  const make = (source: StubNode, parent: Record<string, unknown>): Record<string, unknown> => {
    const { box: _box, children, ...given } = source;
    const values: Record<string, unknown> = {
      ...defaults(source),
      ...given,
      parent,
      ...dataOf(source.id),
      setRelaunchData: (data: unknown) => {
        writes.push(`${source.id}.relaunchData`);
        values.relaunchData = data;
      },
      exportAsync: async (settings: ExportSettings) =>
        options.exportBytes ? options.exportBytes(source.id, settings) : new Uint8Array([1]),
      resize: (width: number, height: number) => Object.assign(values, { width, height }),
    };
    const node = strict(source.id, values);
    if (CONTAINERS.includes(source.type)) {
      values.children = (children ?? []).map((child) => make(child, node));
      values.findOne = (wanted: (child: unknown) => boolean) => {
        const open = [...(values.children as Array<Record<string, unknown>>)];
        for (const child of open) {
          if (wanted(child)) return child;
          if ('children' in child) open.push(...(child.children as typeof open));
        }
        return null;
      };
    }
    byId.set(source.id, node);
    return node;
  };

  const rootValues: Record<string, unknown> = {
    id: '0:0',
    type: 'DOCUMENT',
    name: 'File',
    ...dataOf('0:0'),
  };
  const root = strict('0:0', rootValues);
  const pageValues: Record<string, unknown> = {
    id: '0:1',
    type: 'PAGE',
    name: 'Page 1',
    parent: root,
    backgrounds: [{ type: 'SOLID', color: { r: 0.9, g: 0.9, b: 0.9 }, opacity: 1 }],
    flowStartingPoints: options.flowStartingPoints ?? [],
    loadAsync: async () => undefined,
    ...dataOf('0:1'),
  };
  const page = strict('0:1', pageValues);
  rootValues.children = [page, ...(options.otherPages ?? []).map((id) => ({ id, type: 'PAGE' }))];
  pageValues.children = (options.nodes ?? []).map((node) => make(node, page));
  pageValues.selection = (options.selection ?? []).map((id) => byId.get(id));

  const create = (type: string) => () => {
    const node = make({ id: `new:${created.length}`, type }, page);
    created.push(node);
    return node;
  };
  const ui = { resize: (width: number, height: number) => void resized.push([width, height]) };
  const figma: PluginAPI = new Proxy(Object.create(null), {
    get(_target, name) {
      const known: Record<string, unknown> = {
        root,
        currentPage: page,
        command: options.command ?? '',
        editorType: 'figma',
        getNodeByIdAsync: async (id: string) => byId.get(id) ?? null,
        getImageByHash: (hash: string) =>
          hash === 'known' ? { getBytesAsync: async () => new Uint8Array([7]) } : null,
        openExternal: (url: string) => void opened.push(url),
        notify: (message: string) => void notified.push(message),
        commitUndo: () => undefined,
        closePlugin: () => {
          isClosed = true;
        },
        ui,
        viewport: {
          center: { x: 500, y: 500 },
          bounds: { x: 0, y: 0, width: 2000, height: 1000 },
          zoom: 0.5,
          scrollAndZoomIntoView: () => undefined,
        },
        createRectangle: create('RECTANGLE'),
        createText: create('TEXT'),
        createImage: () => ({ hash: 'poster-hash' }),
        createVideoAsync: async () => {
          if (options.noVideo) throw new Error('Video is not supported on this plan');
          return { hash: 'video-hash' };
        },
        loadFontAsync: async () => undefined,
        clientStorage: {
          getAsync: async (key: string) => storage.get(key),
          setAsync: async (key: string, value: unknown) => void storage.set(key, structuredClone(value)),
          deleteAsync: async (key: string) => void storage.delete(key),
          keysAsync: async () => [...storage.keys()],
        },
      };
      if (!(String(name) in known)) throw new TypeError(`no such property '${String(name)}' on figma`);
      return known[String(name)];
    },
  });
  return {
    figma,
    writes,
    opened,
    notified,
    resized,
    closed: () => isClosed,
    storage,
    pluginData,
    created,
    node: (id) => byId.get(id) ?? {},
    remove: (id) => void byId.delete(id),
  };
}

/** The head of a PNG of this size: all that the main thread reads of one. */
export function pngHead(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
