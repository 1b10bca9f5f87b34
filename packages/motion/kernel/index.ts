export { i420 } from './i420';
export { resample } from './resample';
