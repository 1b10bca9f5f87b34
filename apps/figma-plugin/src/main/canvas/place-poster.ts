import { markPlaced } from '../storage/placed.ts';

interface Poster {
  title: string;
  link: string | null;
  poster: Uint8Array;
  width: number;
  height: number;
}

const FONT: FontName = { family: 'Inter', style: 'Regular' };

/** Puts the poster on the canvas with its link under it, as a text that opens it. */
export async function placePoster(
  figma: PluginAPI,
  { title, link, poster, width, height }: Poster,
  place: { x: number; y: number },
): Promise<SceneNode> {
  const picture = figma.createRectangle();
  picture.name = link ? `${title} · ${link}` : title;
  picture.resize(width, height);
  picture.x = place.x;
  picture.y = place.y;
  picture.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: figma.createImage(poster).hash }];
  const placed: SceneNode[] = [picture];
  const label = link === null ? null : await linkText(figma, link);
  if (label) {
    label.x = place.x;
    label.y = place.y + height + 16;
    placed.push(label);
  }
  placed.forEach(markPlaced);
  figma.currentPage.selection = placed;
  figma.viewport.scrollAndZoomIntoView(placed);
  return picture;
}

async function linkText(figma: PluginAPI, link: string): Promise<TextNode | null> {
  try {
    await figma.loadFontAsync(FONT);
  } catch {
    // Without the font no text can be set; the link still stands in the picture's name.
    return null;
  }
  const label = figma.createText();
  label.fontName = FONT;
  label.fontSize = 24;
  label.characters = link;
  label.hyperlink = { type: 'URL', value: link };
  return label;
}
