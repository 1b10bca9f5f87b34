// Clips load when they are near and play while they are seen; who wants less motion starts them by hand.
const still = matchMedia('(prefers-reduced-motion: reduce)');
const videos = document.querySelectorAll('video');
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting && !target.src) target.src = target.dataset.src;
  },
  { rootMargin: '60%' },
);
const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && !still.matches) target.play().catch(() => {});
      else target.pause();
    }
  },
  { threshold: 0.35 },
);
for (const video of videos) {
  near.observe(video);
  seen.observe(video);
  video.controls = still.matches;
}
