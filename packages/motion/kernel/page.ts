// What a page needs of the kernel: resampling and the colours of a saved clip. Painting is the canvas's there.
export { i420 } from './i420';
export { resample } from './resample';
