import { Component, type FunctionComponent, h } from 'preact';

/**
 * A component that is drawn again only when one of its props is another value. Preact's own memo comes with all of
 * its compatibility layer.
 *
 * @example export const ShotCard = memo(function ShotCard(props: ShotCardProps) { … });
 */
export function memo<P extends object>(draw: FunctionComponent<P>) {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return !sameProps<object>(this.props, next);
    }
    override render() {
      return h<P>(draw, this.props);
    }
  };
}

function sameProps<P extends object>(a: P, b: P): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const name of names) if (!Object.is(Reflect.get(a, name), Reflect.get(b, name))) return false;
  return true;
}
