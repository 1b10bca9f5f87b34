import * as z from 'zod';
import type { RestNode } from '../../document/rest-node.ts';
import { check } from '../check.ts';
import { nodeOf, type PluginContext, refs } from '../plugin-context.ts';
import { pluginType, readNode } from '../read-node.ts';
import { NodeRef } from '../references.ts';
import type { AsyncOperations, Operations } from './operation.ts';

const criteria = z.strictObject({
  types: z.array(z.string()).optional(),
  pluginData: z.strictObject({ keys: z.array(z.string()).optional() }).optional(),
  sharedPluginData: z
    .strictObject({ namespace: z.string(), keys: z.array(z.string()).optional() })
    .optional(),
});

/** A page's children stay closed until the plugin has loaded it, the document's until it has loaded all of them. */
function open(context: PluginContext, node: RestNode, operation: string): void {
  if (node.type === 'CANVAS' && !context.loadedPages.has(node.id)) {
    throw new Error(
      `in ${operation}: Cannot access children on a page that has not been explicitly loaded. Remember to call .loadAsync() on the page first.`,
    );
  }
  const closed =
    node.type === 'DOCUMENT' && context.document.pages.some((page) => !context.loadedPages.has(page.id));
  if (closed && operation !== 'findChildren' && operation !== 'findChild') {
    throw new Error(
      `in ${operation}: Cannot call with documentAccess: dynamic-page. Use figma.loadAllPagesAsync first.`,
    );
  }
}

const below =
  (operation: string, deep: boolean) =>
  (context: PluginContext, id: unknown): NodeRef[] => {
    const node = nodeOf(context, id);
    open(context, node, operation);
    return refs(deep ? [...context.document.descendants(node)] : (node.children ?? []));
  };

/** Reading the tree. */
export const treeOperations: Operations = {
  'node.type': (context, id) => pluginType(nodeOf(context, id)),
  'node.get': (context, id, property) => readNode(context, id, String(property)),
  'node.findAll': below('findAll', true),
  'node.findOne': below('findOne', true),
  'node.findChildren': below('findChildren', false),
  'node.findChild': below('findChild', false),
  'node.findAllWithCriteria'(context, id, value) {
    const node = nodeOf(context, id);
    open(context, node, 'findAllWithCriteria');
    const { types, pluginData, sharedPluginData } = check(criteria, value, 'findAllWithCriteria', 'criteria');
    const carries = (scope: string, nodeId: string, keys: string[] | undefined): boolean => {
      const present = context.store.keys(scope, nodeId);
      return keys ? keys.some((key) => present.includes(key)) : present.length > 0;
    };
    const matches = (candidate: RestNode): boolean =>
      (!types || types.includes(pluginType(candidate))) &&
      (!pluginData || carries(context.manifest.id, candidate.id, pluginData.keys)) &&
      (!sharedPluginData ||
        carries(`shared:${sharedPluginData.namespace}`, candidate.id, sharedPluginData.keys));
    return refs([...context.document.descendants(node)].filter(matches));
  },
  'node.getTopLevelFrame'(context, id) {
    const top = context.document.topLevelOf(nodeOf(context, id).id);
    return top && top.type !== 'CANVAS' && top.type !== 'DOCUMENT' ? new NodeRef(top.id) : undefined;
  },
  root: ({ document }) => document.root.id,
  currentPage: ({ editor }) => new NodeRef(editor.currentPageId),
  'skipInvisibleInstanceChildren.get': () => false,
  'skipInvisibleInstanceChildren.set': () => undefined,
  'nodechange.allowed'(context, operation, id) {
    if (context.loadedPages.has(String(id))) return;
    throw new Error(
      `in ${String(operation)}: Cannot register a nodechange handler on a page that has not been explicitly loaded. Remember to call .loadAsync() on the page first.`,
    );
  },
  'documentchange.allowed'(context, operation) {
    if (context.document.pages.some((page) => !context.loadedPages.has(page.id))) {
      throw new Error(
        `in ${String(operation)}: Cannot register a documentchange handler with documentAccess: dynamic-page. Use figma.loadAllPagesAsync first.`,
      );
    }
  },
};

/** Reading what Figma loads on demand. */
export const treeAsyncOperations: AsyncOperations = {
  async getNodeByIdAsync({ document }, id) {
    const node = document.node(check(z.string(), id, 'getNodeByIdAsync', 'id'));
    return node ? new NodeRef(node.id) : null;
  },
  async setCurrentPageAsync(context, page) {
    if (!(page instanceof NodeRef) || context.document.node(page.id)?.type !== 'CANVAS') {
      throw new Error('in setCurrentPageAsync: Property "page" failed validation: Expected PageNode');
    }
    context.loadedPages.add(page.id);
    context.editor.setCurrentPage(page.id);
  },
  async loadAllPagesAsync({ document, loadedPages }) {
    for (const page of document.pages) loadedPages.add(page.id);
  },
  async 'page.loadAsync'(context, id) {
    context.loadedPages.add(nodeOf(context, id).id);
  },
  async 'node.getMainComponentAsync'(context, id) {
    const { componentId } = nodeOf(context, id);
    return componentId && context.document.node(componentId) ? new NodeRef(componentId) : null;
  },
};
