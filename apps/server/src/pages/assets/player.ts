/** The page's own controls over a plain video element. Times are seconds. */
export class Player {
  readonly end: number;
  private readonly root: HTMLElement;
  private readonly video: HTMLVideoElement;
  private readonly range: HTMLInputElement;
  private readonly listeners: Array<(seconds: number) => void> = [];
  private scrubbing = false;

  constructor(root: HTMLElement) {
    this.root = root;
    this.video = need(root, 'video', HTMLVideoElement);
    this.range = need(root, 'input[type=range]', HTMLInputElement);
    this.end = Number(root.dataset.seconds);
    this.video.controls = false;
    need(root, '.controls', HTMLElement).hidden = false;
    this.wireButtons();
    this.wireVideo();
    this.wireScrub();
    this.markChapters();
    const start = Number(root.dataset.start);
    if (start > 0) this.seek(start);
    this.paint();
  }

  get seconds(): number {
    return this.video.currentTime;
  }

  onTime(listener: (seconds: number) => void): void {
    this.listeners.push(listener);
    listener(this.seconds);
  }

  async play(): Promise<void> {
    if (this.seconds >= this.end - 0.05) this.seek(0);
    await this.video.play().catch(() => undefined);
  }

  toggle(): void {
    if (this.video.paused) void this.play();
    else this.video.pause();
  }

  seek(seconds: number): void {
    this.video.currentTime = Math.min(this.end, Math.max(0, seconds));
    this.paint();
  }

  /** One frame back or on; 30 a second is near enough to land on each. */
  step(frames: number): void {
    this.video.pause();
    this.seek(this.seconds + frames / 30);
  }

  toggleLines(): void {
    const track = this.linesTrack();
    if (!track) return;
    track.mode = track.mode === 'showing' ? 'hidden' : 'showing';
    this.root.querySelector('[data-lines]')?.setAttribute('aria-pressed', String(track.mode === 'showing'));
  }

  toggleFullScreen(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (this.root.requestFullscreen) void this.root.requestFullscreen();
    else if ('webkitEnterFullscreen' in this.video && typeof this.video.webkitEnterFullscreen === 'function')
      this.video.webkitEnterFullscreen();
  }

  private linesTrack(): TextTrack | undefined {
    return [...this.video.textTracks].find((track) => track.kind === 'subtitles');
  }

  private wireButtons(): void {
    const on = (selector: string, action: (button: HTMLElement) => void) => {
      const button = this.root.querySelector<HTMLElement>(selector);
      button?.addEventListener('click', () => action(button));
    };
    const start = need(this.root, '.start', HTMLButtonElement);
    start.hidden = false;
    on('.start', () => void this.play());
    on('[data-play]', () => this.toggle());
    on('[data-lines]', () => this.toggleLines());
    on('[data-full]', () => this.toggleFullScreen());
    on('[data-loop]', (button) => {
      this.video.loop = !this.video.loop;
      button.setAttribute('aria-pressed', String(this.video.loop));
    });
    this.video.addEventListener('click', () => this.toggle());
    this.video.addEventListener('play', () => {
      start.hidden = true;
    });
  }

  private wireVideo(): void {
    const state = () => {
      const playing = !this.video.paused && !this.video.ended;
      this.root.classList.toggle('is-playing', playing);
      this.root.querySelector('[data-play]')?.setAttribute('aria-label', playing ? 'Pause' : 'Play');
      if (playing) this.follow();
    };
    for (const event of ['play', 'pause', 'ended']) this.video.addEventListener(event, state);
    for (const event of ['timeupdate', 'seeked', 'progress', 'loadedmetadata'])
      this.video.addEventListener(event, () => this.paint());
  }

  /** timeupdate comes four times a second only: the bar follows the frames instead. */
  private follow(): void {
    requestAnimationFrame(() => {
      this.paint();
      if (!this.video.paused && !this.video.ended) this.follow();
    });
  }

  private wireScrub(): void {
    this.range.addEventListener('pointerdown', () => {
      this.scrubbing = true;
    });
    this.range.addEventListener('input', () => this.seek(Number(this.range.value)));
    for (const event of ['pointerup', 'pointercancel', 'change'])
      this.range.addEventListener(event, () => {
        this.scrubbing = false;
      });
  }

  private markChapters(): void {
    const marks = need(this.root, '.marks', HTMLElement);
    for (const link of document.querySelectorAll<HTMLElement>('.chapters a[data-at]')) {
      const at = Number(link.dataset.at);
      if (at <= 0 || at >= this.end) continue;
      const line = document.createElement('span');
      line.style.left = `${(at / this.end) * 100}%`;
      marks.append(line);
    }
  }

  private paint(): void {
    const now = this.seconds;
    if (!this.scrubbing) this.range.value = String(now);
    this.range.setAttribute('aria-valuetext', `${clock(now)} of ${clock(this.end)}`);
    need(this.root, '.played', HTMLElement).style.width = `${(now / this.end) * 100}%`;
    const { buffered } = this.video;
    const loaded = buffered.length ? buffered.end(buffered.length - 1) : 0;
    need(this.root, '.loaded', HTMLElement).style.width = `${Math.min(1, loaded / this.end) * 100}%`;
    need(this.root, '[data-now]', HTMLElement).textContent = clock(now);
    for (const listener of this.listeners) listener(now);
  }
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds + 0.001);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function need<Kind extends HTMLElement>(root: ParentNode, selector: string, kind: new () => Kind): Kind {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page lacks ${selector}.`);
  return found;
}
