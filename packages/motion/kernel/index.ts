export { blendRows, copyRows, isOpaque } from './blend';
export { i420, yuva } from './i420';
export { roundedMask } from './mask';
export { planeAcross, planeAcrossFar, planeDown } from './planes';
export { resample } from './resample';
export { fadeWords, lerpPixels, lerpRows, scaleAcross } from './scale';
export { coverRow, halve, warpRows } from './warp';
