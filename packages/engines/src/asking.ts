/**
 * What is asked of models and what they take, without the engines themselves: for whoever plans and loads neither
 * pixels nor a vendor's client.
 */
export type { AskPlan, AskRefusal } from './ask/ask-plan.ts';
export { planImages } from './ask/plan-images.ts';
export { type Planned, planShot, type ShotToPlan } from './ask/plan-shot.ts';
export type { StyleLook } from './ask/words.ts';
export { type Access, accessTo } from './catalogue/access.ts';
export * from './catalogue/catalogue.ts';
export { CatalogueError } from './catalogue/catalogue-error.ts';
export { endOf } from './catalogue/ended.ts';
export { type ModelMeans, modelView } from './catalogue/model-view.ts';
export { type Catalogue, type CatalogueText, openCatalogue } from './catalogue/open-catalogue.ts';
export { pretend } from './catalogue/pretend.ts';
