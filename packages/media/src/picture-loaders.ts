import sharp from 'sharp';

// Only the loaders that pictures of ours and of models need: libvips brings SVG, GIF, TIFF, PDF and more, each a door.
// WebP comes from models alone; who takes stills looks at the first bytes before it decodes any.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'] });
// Pictures are decoded once each: a cache of them would only hold memory.
sharp.cache(false);

/** The decoder with all but a few of its loaders shut. Import it from here, never from its own package. */
export { sharp };
