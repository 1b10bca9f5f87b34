export { addRows, blendRows, copyRows, isOpaque, multiplyRows, plainRows } from './blend';
export { i420, yuva } from './i420';
export { fadeMask, roundedMask } from './mask';
export { planeAcross, planeAcrossFar, planeDown } from './planes';
export { premultiply, unfilterRow } from './png';
export { resample } from './resample';
export { fadeWords, lerpPixels, lerpRows, scaleAcross } from './scale';
export { coverRow, halve, warpRows } from './warp';
