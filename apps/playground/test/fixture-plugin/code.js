figma.showUI(__html__, { width: 320, height: 360, themeColors: true, title: 'Fixture' });

function tell() {
  const names = figma.currentPage.selection.map((node) => node.name);
  figma.ui.postMessage({ type: 'selection', names, command: figma.command });
}

figma.on('selectionchange', tell);

figma.ui.onmessage = async (message) => {
  try {
    await handle(message);
  } catch (error) {
    figma.ui.postMessage({ type: 'error', message: error.message });
  }
};

async function handle(message) {
  const [node] = figma.currentPage.selection;
  if (message.type === 'ready') tell();
  if (message.type === 'export') {
    const bytes = await node.exportAsync({
      format: 'PNG',
      constraint: { type: 'SCALE', value: message.scale },
    });
    figma.ui.postMessage({ type: 'exported', bytes });
  }
  if (message.type === 'mark') {
    node.setPluginData('mark', message.value);
    node.setRelaunchData({ again: 'Marked by the fixture' });
    figma.notify('Marked', { button: { text: 'Undo', action: () => node.setPluginData('mark', '') } });
  }
  if (message.type === 'place') {
    const rectangle = figma.createRectangle();
    rectangle.name = 'Placed';
    rectangle.resize(120, 80);
    rectangle.x = 20;
    rectangle.y = -200;
    rectangle.fills = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }];
    figma.viewport.scrollAndZoomIntoView([rectangle]);
    figma.ui.postMessage({ type: 'placed', id: rectangle.id });
  }
  if (message.type === 'echo') figma.ui.postMessage({ type: 'echo', bytes: message.bytes });
  if (message.type === 'open') figma.openExternal(message.url);
  if (message.type === 'close') figma.closePlugin('Bye');
}
