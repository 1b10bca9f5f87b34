const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

const at = (x: number, y: number) => [
  [1, 0, x],
  [0, 1, y],
];

const solid = (r: number, g: number, b: number, a = 1) => ({
  blendMode: 'NORMAL',
  type: 'SOLID',
  color: { r, g, b, a },
});

/** A small REST file with two pages, made for the host's tests. */
export function sampleFile(): unknown {
  return {
    name: 'Fixture file',
    components: { '3:1': { name: 'Chip', description: 'A small label.', key: 'k' } },
    document: {
      id: '0:0',
      name: 'Document',
      type: 'DOCUMENT',
      children: [
        {
          id: '0:1',
          name: 'Page 1',
          type: 'CANVAS',
          backgroundColor: { r: 0.9, g: 0.9, b: 0.9, a: 1 },
          children: [
            {
              id: '1:1',
              name: 'Home',
              type: 'FRAME',
              clipsContent: true,
              absoluteBoundingBox: box(100, 200, 360, 640),
              absoluteRenderBounds: box(96, 196, 368, 652),
              relativeTransform: at(100, 200),
              size: { x: 360, y: 640 },
              fills: [solid(1, 1, 1)],
              strokes: [],
              strokeWeight: 1,
              cornerRadius: 24,
              rectangleCornerRadii: [24, 24, 0, 0],
              effects: [
                {
                  type: 'DROP_SHADOW',
                  visible: true,
                  color: { r: 0, g: 0, b: 0, a: 0.25 },
                  blendMode: 'NORMAL',
                  offset: { x: 0, y: 4 },
                  radius: 4,
                },
              ],
              annotations: [{ label: 'The card rises' }],
              interactions: [
                {
                  trigger: { type: 'ON_CLICK' },
                  actions: [
                    {
                      type: 'NODE',
                      destinationId: '1:2',
                      navigation: 'NAVIGATE',
                      transition: {
                        type: 'PUSH',
                        direction: 'LEFT',
                        duration: 400,
                        easing: { type: 'EASE_OUT' },
                      },
                    },
                  ],
                },
              ],
              children: [
                {
                  id: '2:1',
                  name: 'Group',
                  type: 'GROUP',
                  absoluteBoundingBox: box(120, 240, 100, 50),
                  relativeTransform: at(20, 40),
                  size: { x: 100, y: 50 },
                  children: [
                    {
                      id: '2:2',
                      name: 'Card',
                      type: 'RECTANGLE',
                      absoluteBoundingBox: box(120, 240, 100, 50),
                      absoluteRenderBounds: box(120, 240, 100, 50),
                      relativeTransform: at(0, 0),
                      size: { x: 100, y: 50 },
                      opacity: 0.5,
                      fills: [
                        {
                          blendMode: 'NORMAL',
                          type: 'GRADIENT_LINEAR',
                          gradientHandlePositions: [
                            { x: 0.5, y: 0 },
                            { x: 0.5, y: 1 },
                            { x: 0, y: 0 },
                          ],
                          gradientStops: [
                            { position: 0, color: { r: 1, g: 0, b: 0, a: 1 } },
                            { position: 1, color: { r: 0, g: 0, b: 1, a: 0 } },
                          ],
                        },
                      ],
                      strokes: [solid(0, 0, 0, 0.5)],
                      individualStrokeWeights: { top: 1, right: 0, bottom: 2, left: 0 },
                      strokeWeight: 1,
                    },
                  ],
                },
                {
                  id: '2:3',
                  name: 'Title',
                  type: 'TEXT',
                  absoluteBoundingBox: box(120, 300, 200, 30),
                  absoluteRenderBounds: box(121, 304, 150, 20),
                  relativeTransform: at(20, 100),
                  size: { x: 200, y: 30 },
                  fills: [solid(0, 0, 0)],
                  characters: 'Hello world',
                  style: { fontFamily: 'Inter', fontWeight: 400, fontSize: 20, textAlignHorizontal: 'LEFT' },
                  characterStyleOverrides: [1, 1, 1, 1, 1],
                  styleOverrideTable: { '1': { fontWeight: 700 } },
                },
              ],
            },
            {
              id: '1:2',
              name: 'Detail',
              type: 'FRAME',
              absoluteBoundingBox: box(560, 200, 360, 640),
              absoluteRenderBounds: box(560, 200, 360, 640),
              relativeTransform: at(560, 200),
              size: { x: 360, y: 640 },
              fills: [solid(1, 1, 1)],
              transitionNodeID: '1:1',
              transitionDuration: 300,
              transitionEasing: 'EASE_OUT',
              children: [
                {
                  id: '2:4',
                  name: 'Chip',
                  type: 'INSTANCE',
                  componentId: '3:1',
                  absoluteBoundingBox: box(580, 220, 60, 20),
                  relativeTransform: at(20, 20),
                  size: { x: 60, y: 20 },
                  fills: [],
                  children: [],
                },
              ],
            },
            {
              id: '3:1',
              name: 'Chip',
              type: 'COMPONENT',
              absoluteBoundingBox: box(1000, 200, 60, 20),
              relativeTransform: at(1000, 200),
              size: { x: 60, y: 20 },
              fills: [],
              children: [],
            },
          ],
        },
        { id: '0:2', name: 'Page 2', type: 'CANVAS', children: [] },
      ],
    },
  };
}
