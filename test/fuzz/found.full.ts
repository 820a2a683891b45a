import { parse } from 'yaml';
import { targets } from '../../lib/model/target';
import type { Valid } from './architecture';
import { rendersOrRefuses } from './properties';
import { Workshop } from './workshop';

const workshop = new Workshop();
afterAll(() => workshop.clear());

/** Architectures of which something did not hold once, made as small as they go. */
const found: Readonly<Record<string, string>> = {
  'a route that takes the rest of a path with one method': `
name: a
functions: { a: { runtime: nodejs22, code: code, handler: index.handler } }
apis: { a: { routes: { "GET /{id+}": functions.a } } }`,
  'a handler with a brace': `
name: a
functions: { a: { runtime: java21, code: code, handler: "$\${x}" } }`,
  'parameters called as what every object has': `
name: a
description: \${parameters.toString}
parameters: { toString: { type: string }, valueOf: { type: string, default: b } }`,
  'an image in ECR': `
name: a
targets: [aws-cdk, aws-pulumi]
foundation: { ingress: { insecure: true } }
services: { s: { image: 123456789012.dkr.ecr.eu-central-1.amazonaws.com/image } }`,
  'references in an order of their own': `
name: a
functions:
  a: { runtime: go1.26, code: code, handler: x, environment: { URL: "\${functions.k.name}", BB: "\${functions.b.name}" } }
  b: { runtime: go1.26, code: code, handler: x }
  k: { runtime: go1.26, code: code, handler: x }`,
  'texts that look like the tokens of an engine': `
name: a
foundation: { ingress: { insecure: true } }
functions:
  f: { runtime: java21, code: code, handler: "$\${Token[TOKEN.1]}", environment: &texts {
    AA: "$\${Token[TOKEN.1]}#{Token[TOKEN.2]}", BB: "#{Token[TOKEN.2]} \${tables.t.name}",
    CC: "$\${TfToken[TOKEN.1]}#{TfToken[TOKEN.2]}&{TfToken[TOKEN.3]}", DD: "&{TfToken[TOKEN.3]}\${tables.t.name}" } }
services:
  s:
    image: x
    ingress: public
    command: ["#{Token[TOKEN.2]}", "&{TfToken[TOKEN.3]}"]
    environment: *texts
    healthCheck: { path: "/#{Token[TOKEN.2]}#{TfToken[TOKEN.2]}" }
tables: { t: { partitionKey: { name: id, type: string } } }`,
  'texts that look like the numbers and markers of an engine': `
name: a
foundation: { ingress: { insecure: true } }
functions:
  f:
    runtime: java21
    code: code
    handler: com.example.Main
    environment: &texts {
      AA: "-1.8881545897087626e+289{$\${Token[TOKEN.1]}", BB: "-1.8881545897087626e+289\${tables.t.name}",
      CC: "\\uE000\${tables.t.name}\\uE0000\\uE000", DD: "%EE%80%80 \\\\ue000 \\uE001" }
    triggers: [{ rate: 5m, input: ["-1.8881545897087626e+289", "\\uE0000\\uE000", "<aws.scheduler.execution-id>"] }]
    retry: { deadLetter: q }
services: { s: { image: x, command: ["-1.8881545897087626e+289", "\\uE000"], environment: *texts } }
queues: { q: {} }
tables: { t: { partitionKey: { name: id, type: string } } }`,
  'a brace that is open before a reference': `
name: a
functions:
  f: { runtime: go1.26, code: code, handler: x, environment: {
    AA: "$\${HOME:-\${tables.t.name}}", BB: "$\${\${tables.t.name}", CC: "$$\${x}\${tables.t.name}",
    DD: "\${parameters.dollar}\${tables.t.name}", EE: "}\${tables.t.name}%{\${tables.t.name}%" } }
tables: { t: { partitionKey: { name: id, type: string } } }
parameters: { dollar: { type: string, default: $ } }`,
  'a service that uses a table, beside no function and no ground': `
name: a
targets: [gcp-cdktf, gcp-pulumi]
services: { s: { image: x, uses: { tables.t: read } } }
tables: { t: { partitionKey: { name: id, type: string } } }`,
  'names that objects and engines have themselves': `
name: resource
parameters:
  toString: { type: string, default: a }
  hasOwnProperty: { type: string, default: b }
  valueOf: { type: string, default: c }
tags: { hasOwnProperty: b, valueOf: c, CONSTRUCTOR: d, then: e, toJSON: f, Reference: x, length: y, PROTOTYPE: q }
foundation: { network: default }
functions:
  default:
    runtime: go1.26
    code: code
    handler: x
    environment: {
      toString: "\${parameters.toString}", hasOwnProperty: "\${parameters.hasOwnProperty}", valueOf: c, then: d, toJSON: e,
      length: f, name: g, id: "1", urn: x, for_each: y, Default: z, CONSTRUCTOR: u, dynamic: v }
    triggers: [{ rate: 5m, input: { toString: 1, then: 2, toJSON: 3, hasOwnProperty: 4, length: 1, Ref: x } }]
    coldStart:
      scheduled:
        - { name: default, start: 0 8 * * *, end: 0 9 * * *, min: 2 }
        - { name: resource, start: 0 10 * * *, end: 0 11 * * *, min: 2 }
        - { name: tree, start: 0 12 * * *, end: 0 13 * * *, min: 2 }
  resource: &plain { runtime: go1.26, code: code, handler: x }
  tree: *plain
  node: *plain
  architecture: *plain
  foundation: *plain
  then: *plain
services: { default: { image: nginx, environment: { toString: a, hasOwnProperty: b, valueOf: c, then: d } } }
apis:
  default:
    routes: {
      "GET /{toString}/{hasOwnProperty}/{__proto__}/{constructor}": functions.tree,
      "GET /constructor/__proto__": functions.tree, "ANY /toString/{proxy+}": functions.tree, "GET /{Ref}": functions.node }
queues: { default: {}, resource: {} }
topics: { default: {}, tree: {} }
buckets: { default: {}, resource: {} }
tables:
  default: { partitionKey: { name: toString, type: string }, sortKey: { name: constructor, type: string } }
  resource: { partitionKey: { name: __proto__, type: string }, ttlAttribute: hasOwnProperty }
  tree: { partitionKey: { name: Ref, type: string } }
secrets: { default: {}, resource: {} }
outputs:
  length: "\${functions.default.name}"
  id: "\${tables.default.name}"
  urn: "\${topics.default.name}"
  then: "\${topics.tree.name}"
  stack: "\${buckets.default.name}"
  default: "\${queues.default.name}"
  tree: "\${secrets.default.name}"
  toJSON: "\${buckets.resource.name}"`,
  'maps that a schedule hands over': `
name: a
functions:
  f:
    runtime: go1.26
    code: code
    handler: x
    triggers: [{ rate: 1h, input: { b: { z: 1, a: [{ y: 1, x: 2 }] }, "10": 1, "9": 2, a: null } }]`,
};

describe.each(targets)('%s', (target) => {
  const isFor = (text: string): boolean =>
    ((parse(text) as { readonly targets?: readonly string[] }).targets ?? targets).includes(target);

  test.each(Object.entries(found).filter(([, text]) => isFor(text)))('renders %s', async (_, text) => {
    const valid: Valid = {
      tree: parse(text) as Valid['tree'],
      parameters: {},
      defaultsHold: true,
      targets: [target],
      withoutCode: false,
      refused: { aws: [], gcp: [] },
    };
    expect(await rendersOrRefuses(valid, target, workshop, { twice: true, inAnotherOrder: true })).toBe('rendered');
  });
});
