import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { problemDetailsSchema } from '../contract/common.ts'
import { type RouteName, routes } from '../contract/routes.ts'
import { access } from './access.ts'

type AnyRoute = (typeof routes)[RouteName] & {
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly file?: true
}

/** The OpenAPI 3.1 document of every route, printed from the table that the server validates by. */
export function openApiDocument({ version }: { version: string }) {
  const paths: ZodOpenApiPathsObject = {}
  for (const [name, route] of Object.entries(routes) as [RouteName, AnyRoute][]) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route) }
    if ('csv' in route) paths[`${path}.csv`] = { get: tableOperation(name, route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Relance',
      version,
      description: 'Amounts are integer minor units. Instants are ISO 8601 in UTC, dates calendar dates of the entity.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'relance_session' },
      },
    },
  })
}

function operationOf(name: RouteName, route: AnyRoute): ZodOpenApiOperationObject {
  const content = route.file ? 'multipart/form-data' : 'application/json'
  const body = route.file ? withFile(route.body as z.ZodObject) : route.body
  return {
    operationId: name,
    summary: route.summary,
    ...(access[name] === 'anyone' && { security: [] }),
    requestParams: parametersOf(route),
    ...(body && { requestBody: { required: true, content: { [content]: { schema: body } } } }),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: route.response } } },
      default: problem,
    },
  }
}

function tableOperation(name: RouteName, route: AnyRoute): ZodOpenApiOperationObject {
  return {
    operationId: `${name}Table`,
    summary: `${route.summary} (CSV)`,
    requestParams: parametersOf(route),
    responses: { 200: { description: 'OK', content: { 'text/csv': { schema: z.string() } } }, default: problem },
  }
}

const problem = {
  description: 'RFC 9457 problem with a stable code',
  content: { 'application/problem+json': { schema: problemDetailsSchema } },
} as const

function parametersOf({ path, query }: AnyRoute) {
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => [match[1]!, z.string()] as const)
  return {
    ...(names.length > 0 && { path: z.object(Object.fromEntries(names)) }),
    ...(query && { query }),
  }
}

function withFile(fields: z.ZodObject): z.ZodType {
  return fields.extend({ file: z.string().meta({ format: 'binary' }) })
}
