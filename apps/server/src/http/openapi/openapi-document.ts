import { API_VERSION, API_VERSION_HEADER } from '@animatic/schema';
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { SERVER_VERSION } from '../core/version.ts';

type Definition = OpenAPIHono['openAPIRegistry']['definitions'][number];
type Route = Extract<Definition, { type: 'route' }>['route'];
type Direction = 'input' | 'output';
type JsonSchema = Record<string, unknown>;

/** OpenAPI 3.1 speaks JSON Schema 2020-12, and that is what Zod writes itself. */
export function openApiDocument(definitions: readonly Definition[], publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const definition of definitions) {
    if (definition.type !== 'route') continue;
    const { path, method } = definition.route;
    paths[path] = { ...paths[path], [method]: operation(definition.route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Animatic',
      version: SERVER_VERSION,
      description: 'Figma frames and captions become clips, and clips become links that stakeholders watch.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      headers: {
        [API_VERSION_HEADER]: {
          description: `The version of the API that answers, ${API_VERSION}. A request may carry the one it was written for; another one is refused with 426.`,
          schema: { type: 'integer' },
        },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'animatic.session_token' },
      },
    },
  };
}

const versionHeader = {
  [API_VERSION_HEADER]: { $ref: `#/components/headers/${API_VERSION_HEADER}` },
};

function operation({ path, summary, description, security, request, responses }: Route) {
  const versioned = path.startsWith('/v1/') ? versionHeader : {};
  return {
    summary,
    ...(description ? { description } : {}),
    ...(security ? { security } : {}),
    parameters: [
      ...parameters('path', request?.params),
      ...parameters('query', request?.query),
      ...parameters('header', request?.headers),
    ],
    ...(request?.body
      ? { requestBody: { required: request.body.required ?? false, ...content(request.body, 'input') } }
      : {}),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [
        status,
        'description' in response
          ? {
              description: response.description,
              ...headers({ ...('headers' in response ? response.headers : {}), ...versioned }),
              ...content(response, 'output'),
            }
          : response,
      ]),
    ),
  };
}

function parameters(place: 'path' | 'query' | 'header', given: unknown) {
  const schema = zodOf(given);
  if (!schema) return [];
  const { properties = {}, required = [] } = z
    .object({
      properties: z.record(z.string(), z.unknown()).optional(),
      required: z.array(z.string()).optional(),
    })
    .parse(jsonSchema(schema, 'input'));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const headers = (described: object) => (Object.keys(described).length > 0 ? { headers: described } : {});

function content(body: object, direction: Direction) {
  if (!('content' in body) || !body.content || typeof body.content !== 'object') return {};
  const entries = Object.entries(body.content).map(([type, media]: [string, unknown]) => {
    const given = media && typeof media === 'object' && 'schema' in media ? media.schema : undefined;
    const schema = zodOf(given);
    return [type, { schema: schema ? jsonSchema(schema, direction) : given }];
  });
  return { content: Object.fromEntries(entries) };
}

function jsonSchema(schema: z.ZodType, io: Direction): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function zodOf(given: unknown): z.ZodType | undefined {
  return given instanceof z.ZodType ? given : undefined;
}
