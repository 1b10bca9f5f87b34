/** What the page is and how to go about it, for somebody who has just come. */
export function Welcome({ name }: { name: string }) {
  return (
    <section class="section welcome">
      <p>This page stands in for Figma: it opens a Figma document and runs the plugin, unchanged.</p>
      <ol>
        <li>
          <b>Select frames</b> on the canvas. Shift-click adds, dragging draws a box.
        </li>
        <li>
          <b>Run {name}</b> from the bar below.
        </li>
        <li>
          <b>Make a clip</b> and publish its link.
        </li>
      </ol>
      <h2>Keys</h2>
      <dl class="keys">
        <div>
          <dt>Pan</dt>
          <dd>
            <kbd>Space</kbd> drag
          </dd>
        </div>
        <div>
          <dt>Zoom</dt>
          <dd>
            <kbd>Ctrl</kbd> wheel
          </dd>
        </div>
        <div>
          <dt>Fit all</dt>
          <dd>
            <kbd>Shift</kbd> <kbd>1</kbd>
          </dd>
        </div>
        <div>
          <dt>Next frame</dt>
          <dd>
            <kbd>→</kbd>
          </dd>
        </div>
        <div>
          <dt>Into a frame</dt>
          <dd>Double click</dd>
        </div>
      </dl>
    </section>
  );
}
