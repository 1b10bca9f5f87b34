import { Composition, registerRoot } from 'remotion';
import { Scene } from './scene.jsx';

function Root() {
  return (
    <Composition
      id="scene"
      component={Scene}
      defaultProps={{ size: { width: 1920, height: 1080 }, fps: 30, frames: 1 }}
      calculateMetadata={({ props }) => ({
        width: props.size.width,
        height: props.size.height,
        fps: props.fps,
        durationInFrames: props.frames,
      })}
    />
  );
}

registerRoot(Root);
