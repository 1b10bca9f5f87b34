const PLACED = 'placed';

/** Marks what the plugin itself put on the canvas. */
export function markPlaced(node: SceneNode): void {
  node.setPluginData(PLACED, 'yes');
}

/** True for a clip or poster that the plugin placed: no frame to make another clip of. */
export function isPlaced(node: SceneNode): boolean {
  return node.getPluginData(PLACED) !== '';
}
