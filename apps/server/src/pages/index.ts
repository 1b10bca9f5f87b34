export { pageAssets } from './assets-route.ts';
export { mark, notice, page } from './layout.ts';
export type { PreviewView } from './preview-page.ts';
export { type FoundPreview, type PageDependencies, previewPages } from './routes.ts';
