import type { Take } from '@animatic/schema';
import { LoadingIndicator } from '@create-figma-plugin/ui';
import { useRef, useState } from 'preact/hooks';
import { Transport } from '../player/transport.tsx';
import classes from './clip-player.module.css';

interface ClipPlayerProps {
  take: Take | null;
  title: string;
  /** Blob URLs. */
  clip: string | null;
  poster: string | null;
  /** Still on its way. */
  loading: boolean;
}

/** The rendered clip, under the same controls as the storyboard's player. */
export function ClipPlayer({ take, title, clip, poster, loading }: ClipPlayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [time, setTime] = useState(0);
  const [playing, setPlaying] = useState(false);
  const ratio = take ? take.width / take.height : 16 / 9;
  const frame = useRef(0);
  const follow = () => {
    if (!video.current) return;
    setTime(video.current.currentTime);
    if (!video.current.paused) frame.current = requestAnimationFrame(follow);
  };
  const toggle = () => {
    if (!video.current) return;
    if (video.current.paused) void video.current.play().catch(() => undefined);
    else video.current.pause();
  };
  return (
    <>
      <div class={classes.stage} style={{ '--ratio': ratio }}>
        {clip ? (
          <video
            ref={video}
            class={classes.clip}
            src={clip}
            poster={poster ?? undefined}
            style={{ aspectRatio: ratio }}
            aria-label={`Clip: ${title}`}
            autoplay
            muted
            playsInline
            onClick={toggle}
            onPlay={() => {
              setPlaying(true);
              cancelAnimationFrame(frame.current);
              follow();
            }}
            onPause={() => setPlaying(false)}
            onSeeked={follow}
          />
        ) : (
          <div
            class={classes.clip}
            style={{ aspectRatio: ratio, backgroundImage: poster ? `url(${poster})` : undefined }}
            role="status"
            aria-label="Loading the clip"
          >
            {loading && <LoadingIndicator />}
          </div>
        )}
      </div>
      <Transport
        playing={playing}
        time={time}
        length={take?.seconds ?? 0}
        starts={[0]}
        disabled={!clip}
        onToggle={toggle}
        onSeek={(to) => {
          if (video.current) video.current.currentTime = to;
          setTime(to);
        }}
      />
    </>
  );
}
