import type { RestNode } from '../../document/rest-node.ts';
import {
  ComponentIcon,
  EllipseIcon,
  FrameIcon,
  GroupIcon,
  ImageIcon,
  InstanceIcon,
  LineIcon,
  RectangleIcon,
  SectionIcon,
  TextIcon,
  VectorIcon,
} from './icons.tsx';

const ICONS: Readonly<Record<string, () => preact.JSX.Element>> = {
  FRAME: FrameIcon,
  GROUP: GroupIcon,
  TEXT: TextIcon,
  RECTANGLE: RectangleIcon,
  ELLIPSE: EllipseIcon,
  LINE: LineIcon,
  COMPONENT: ComponentIcon,
  COMPONENT_SET: ComponentIcon,
  INSTANCE: InstanceIcon,
  SECTION: SectionIcon,
};

/** The sign of a node's kind in the layers list. */
export function NodeIcon({ node }: { node: RestNode }) {
  const isImage = (node.fills ?? []).some((paint) => paint.type === 'IMAGE' || paint.type === 'VIDEO');
  const Icon = isImage && !node.children ? ImageIcon : (ICONS[node.type] ?? VectorIcon);
  return <Icon />;
}
