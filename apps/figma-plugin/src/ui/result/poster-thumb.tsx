import type { Take } from '@animatic/schema';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useFlows } from '../flow/flows.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import classes from './poster-thumb.module.css';

/** A take's poster, small; a sign stands in its place until it is there, or where there is none. */
export function PosterThumb({ take, sign }: { take: Take | null; sign: IconName }) {
  const flows = useFlows();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!take) return;
    let gone = false;
    void flows.poster(take).then((bitmap) => {
      if (gone || !bitmap || !canvas.current) return;
      canvas.current.width = bitmap.width;
      canvas.current.height = bitmap.height;
      canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
      setShown(true);
    });
    return () => {
      gone = true;
    };
  }, [flows, take?.id]);
  return (
    <span class={classes.frame} aria-hidden="true">
      {!shown && <Icon name={sign} />}
      <canvas ref={canvas} class={`${classes.picture} ${shown ? classes.shown : ''}`} />
    </span>
  );
}
