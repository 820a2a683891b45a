/** A whole architecture, in which every field of the model stands that a wrong value can stand in. */
export const whole = {
  name: 'shop',
  description: 'a shop',
  tags: { team: 'x' },
  targets: ['aws-cdk', 'gcp-cdktf'],
  parameters: { n: { type: 'number', default: 5, description: 'how many' } },
  foundation: { network: 'default', ingress: { allow: ['0.0.0.0/0'], insecure: true } },
  functions: {
    f: {
      runtime: 'nodejs22',
      code: { aws: 'code', gcp: 'code' },
      handler: { aws: 'index.handler', gcp: 'handler' },
      architecture: 'x86_64',
      memoryMiB: 512,
      timeoutSeconds: 30,
      environment: { TABLE: '${tables.t.name}' },
      http: 'public',
      uses: { 'tables.t': 'read' },
      coldStart: { provisioned: 2 },
      logRetentionDays: 7,
    },
  },
  services: {
    s: {
      image: 'nginx',
      command: ['serve'],
      port: 80,
      environment: { URL: '${apis.a.url}' },
      cpu: 1,
      memoryMiB: 2048,
      ingress: 'public',
      host: 'example.com',
      path: '/*',
      priority: 7,
      healthCheck: { path: '/', intervalSeconds: 30, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 3 },
      coldStart: { provisioned: 1 },
      logRetentionDays: 7,
    },
  },
  apis: { a: { routes: { 'GET /': 'functions.f', 'POST /': { to: 'functions.f' } } } },
  tables: {
    t: {
      partitionKey: { name: 'id', type: 'string' },
      sortKey: { name: 'at', type: 'number' },
      ttlAttribute: 'ttl',
      retain: true,
    },
  },
  outputs: { url: '${apis.a.url}' },
  divergences: [{ target: 'aws-cdk', path: 'tables.t.retain', reason: 'for now' }],
};

export type Place = readonly (string | number)[];

/** Every place in a tree, and what stands there. */
export function* placesIn(value: unknown, path: Place = []): Generator<readonly [Place, unknown]> {
  if (path.length > 0) yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value))
    yield* placesIn(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** A tree with something else at a place. */
export function withAt(tree: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  const child = withAt((tree as Record<string | number, unknown>)[key], rest, value);
  return Array.isArray(tree)
    ? tree.map((item, index) => (index === key ? child : (item as unknown)))
    : { ...(tree as object), [key]: child };
}

/** Wrong values of other types than the one that stands at a place. */
export function wrongFor(value: unknown): unknown[] {
  if (Array.isArray(value)) return [null, 5, 'x y', { x: 1 }];
  // What may differ between clouds may be one text.
  if (typeof value === 'object') return [null, 5, [1], ...(value !== null && 'aws' in value ? [] : ['x y'])];
  const other = typeof value === 'string' ? [] : typeof value === 'number' ? ['many', true] : ['perhaps', 2];
  return [null, [1], { x: 1 }, ...other];
}

/** Nine lists, each of nine times the one before. */
const laughs = (open: string, close: string, pair: string): string =>
  `a: &a ${open}${pair}1${close}\n` +
  [...'bcdefghijk']
    .map((name, index) => {
      const before = 'abcdefghij'[index]!;
      const items = Array.from({ length: 9 }, (_, item) => `${pair && `k${item}: `}*${before}`);
      return `${name}: &${name} ${open}${items.join(', ')}${close}\n`;
    })
    .join('');

const head = 'name: shop\n';
const deep = (open: string, count: number, close = ''): string => open.repeat(count) + close.repeat(count);
const keys = (count: number): string => Array.from({ length: count }, (_, index) => `  k${index}: v\n`).join('');
const utf16 = Buffer.from('\ufeffname: shop\n', 'utf16le');

/** Files that are no architecture, by what is wrong with them. */
export const files: Readonly<Record<string, string | Uint8Array>> = {
  'nothing in it': '',
  'spaces alone': ' \n\t \r\n',
  'a comment alone': '# nothing\n',
  'a byte order mark alone': '\ufeff',
  'the beginning of a document alone': '---\n',
  'the end of a document alone': '...\n',
  'a list': '- name: shop\n',
  'a text': 'shop\n',
  'a number': '5\n',
  null: 'null\n',
  HTML: '<!doctype html><html><body>404</body></html>\n',
  'a shell script': '#!/bin/sh\necho hi\n',
  'JSON that ends too early': '{"name": "shop", "functions": {',
  'JSON with a comma too many': '{"name": "shop",, }',
  'JSON with a comment': '{"name": "shop" /* x */}',
  'two JSON documents': '{"name": "shop"}\n{"name": "shop"}\n',
  'two documents': `${head}---\n${head}`,
  'a hundred documents': `${head}---\n`.repeat(100),
  'a document behind the end of another one': `${head}...\n---\n${head}`,
  'another version of YAML': '%YAML 1.1\n---\nname: shop\n',
  'a version of YAML that there never was': '%YAML 9.9\n---\nname: shop\n',
  'a directive for tags': '%TAG ! tag:example.com,2000:\n---\n!x name: shop\n',
  'a tag that constructs': 'name: !!js/function "function () {}"\n',
  'a tag that runs': 'name: !!python/object/apply:os.system ["true"]\n',
  'a binary tag': `${head}description: !!binary aGVsbG8=\n`,
  'a tag for a set': `${head}tags: !!set {a, b}\n`,
  'a tag on a key': '!!str name: shop\n',
  'a merge key': `x: &x {name: shop}\n<<: *x\n`,
  'a merge key with a list': 'name: shop\ntags:\n  <<: [{a: b}]\n',
  'an alias without an anchor': 'name: *shop\n',
  'an alias for a key': '? *a\n: b\n',
  'an alias in itself': `${head}tags: &t\n  a: *t\n`,
  'aliases in a circle through a list': `${head}targets: &t [*t]\n`,
  'laughs in lists': head + laughs('[', ']', ''),
  'laughs in maps': head + laughs('{', '}', 'k: '),
  'many aliases': `${head}description: &d x\ntags:\n${Array.from({ length: 5_000 }, (_, i) => `  k${i}: *d\n`).join('')}`,
  'many anchors of one name': `${head}tags: {${Array.from({ length: 500 }, (_, i) => `k${i}: &x v`).join(', ')}, z: 5}\n`,
  'a list in a list in a list': head + 'targets: ' + deep('[', 50_000),
  'a map in a map in a map': head + 'tags: ' + deep('{a: ', 50_000),
  'closed nesting': head + 'tags: ' + deep('[', 2_000, ']') + '\n',
  'nesting by indentation': head + Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}k:\n`).join(''),
  'nesting by dashes': head + 'targets:\n' + '- '.repeat(20_000) + 'x\n',
  'nesting by question marks': '? '.repeat(5_000) + 'x\n',
  'nesting by anchors': head + 'tags: ' + '&a '.repeat(1_000) + 'x\n',
  'many keys': `${head}tags:\n${keys(50_000)}`,
  'many unknown fields': head + keys(10_000).replace(/^ {2}/gm, ''),
  'many equal keys': head + 'tags:\n' + '  k: v\n'.repeat(20_000),
  'many errors of syntax': head + '"\n'.repeat(5_000),
  'many colons': ':'.repeat(20_000),
  'many dashes': '-'.repeat(20_000),
  'many braces that close': '}'.repeat(20_000),
  'many quotes': `${head}description: ${`"a" `.repeat(5_000)}\n`,
  'many comments': '#\n'.repeat(50_000),
  'many empty lines': '\n'.repeat(100_000),
  'a long key': `${head}${'k'.repeat(100_000)}: x\n`,
  'a long name': `name: ${'a'.repeat(500_000)}\n`,
  'a long number': `${head}functions: { f: { memoryMiB: ${'9'.repeat(10_000)} } }\n`,
  'a long text with no reference': `${head}outputs: { a: "${'$'.repeat(50_000)}{" }\n`,
  'many references that nothing closes': `${head}description: "${'${'.repeat(20_000)}"\n`,
  'many references to nothing': `${head}description: "${'${a.b.c}'.repeat(5_000)}"\n`,
  'a path that no pattern likes': `${head}apis: { a: { routes: { "GET /${'a/'.repeat(20_000)}!": functions.f } } }\n`,
  'parameters that no pattern likes': `${head}apis: { a: { routes: { "GET /${'{a'.repeat(20_000)}": functions.f } } }\n`,
  'more than a megabyte': head + '#'.repeat(1_000_001),
  'ten megabytes of text': `${head}description: ${'x'.repeat(10_000_000)}\n`,
  infinity: `${head}functions: { f: { memoryMiB: .inf } }\n`,
  'no number': `${head}functions: { f: { memoryMiB: .nan } }\n`,
  'a number beyond all': `${head}functions: { f: { memoryMiB: 1e999 } }\n`,
  'a hexadecimal number beyond all': `${head}tags: { a: 0x${'f'.repeat(500)} }\n`,
  'a negative number': `${head}functions: { f: { timeoutSeconds: -0 } }\n`,
  'an octal number': `${head}functions: { f: { timeoutSeconds: 0o17 } }\n`,
  'a date': `${head}functions: 2020-01-01\n`,
  __proto__: '{"name": "shop", "__proto__": {"targets": []}}',
  '__proto__ among functions': `${head}functions: { __proto__: { runtime: nodejs22 } }\n`,
  '__proto__ in quotes': `${head}tags: { "__proto__": x }\n`,
  'constructor among tables': `${head}tables: { constructor: {} }\n`,
  'prototype among parameters': `${head}parameters: { prototype: { type: string } }\n`,
  'a function called toString': `${head}functions: { toString: {} }\n`,
  'hasOwnProperty for a map': `${head}hasOwnProperty: 1\nfunctions: { hasOwnProperty: 1 }\n`,
  'a reference to a prototype': `${head}outputs: { x: "\${functions.__proto__.name}" }\n`,
  'a reference to a constructor': `${head}outputs: { x: "\${functions.constructor.name}" }\n`,
  'a use of a prototype': `${head}functions: { f: { runtime: nodejs22, code: a, handler: a.b, uses: { tables.constructor: read } } }\n`,
  'a route to a prototype': `${head}apis: { a: { routes: { GET /: functions.constructor } } }\n`,
  'a key of null': `${head}tags: { ~: x }\n`,
  'a key of true': `${head}true: x\n`,
  'a key of a number': `${head}5: x\n`,
  'a key of a list': `${head}? [a]\n: x\n`,
  'an empty key': `${head}"": x\n`,
  'an emoji for a key': `${head}🤷: x\n`,
  'an emoji for a name': 'name: 🤷\n',
  'a key from right to left': `${head}"\u202eeman": x\n`,
  'a key with a dot': `${head}functions.f: {}\n`,
  'a key with a reference': `${head}functions: { "\${parameters.x}": {} }\n`,
  'a key with a line break': `${head}"a\\nb": x\n`,
  'letters that look like others': 'nаme: shop\n',
  'wide letters': 'ｎａｍｅ: shop\n',
  'tabs for indentation': 'name: shop\ntags:\n\ta: b\n',
  'a tab behind a colon': `${head}functions:\tx\n`,
  'lines that end for old machines': 'name: shop\rtags: 5\r',
  'lines that end for other machines': 'name: shop\r\ntags: 5\r\n',
  'lines that end as Unicode knows': 'name: shop\u2028tags: 5\u2029',
  'a byte order mark in the middle': `${head}\ufefftags: 5\n`,
  'a byte order mark before what is wrong': `\ufeff${head}tags: 5\n`,
  NUL: 'name: sh\0op\n',
  'NUL in a key': 'na\0me: shop\n',
  'NUL alone': '\0',
  'control characters': 'name: "\u0001\u0007\u001b[31mred"\n',
  'an escape for half of a pair': 'name: "\\ud800"\n',
  'an escape that there is not': 'name: "\\q"\n',
  'an escape that leads beyond Unicode': 'name: "\\UFFFFFFFF"\n',
  'a delete character': 'name: "a\u007f"\n',
  'bytes that are not UTF-8': Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xff, 0xfe, 0x0a]),
  'Latin-1': Buffer.from('name: caf\u00e9\n', 'latin1'),
  'UTF-16': utf16,
  'UTF-16 the other way round': Buffer.from(utf16).swap16(),
  'half of a letter at the end': Buffer.from([...Buffer.from(`${head}tags: `), 0xe2, 0x82]),
  'a letter written too long': Buffer.from([...Buffer.from('name: '), 0xc0, 0x80, 0x0a]),
  'random bytes': Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 7_919 + 13) % 256)),
  'a zip': Buffer.from('504b0304140000000800', 'hex'),
  'a quote that nothing closes': `${head}description: "x\n`,
  'a text behind a quote': `${head}description: "x" y\n`,
  'an indicator that is reserved': `${head}description: @x\n`,
  'a backtick': `${head}description: \`x\`\n`,
  'a percent sign': `${head}description: %x\n`,
  'a colon too many': `${head}description: a: b\n`,
  'a bad indentation': `${head}tags:\n    a: b\n  c: d\n`,
  'a block with a bad indicator': `${head}description: |99\n x\n`,
  'a comma that is missing': `${head}tags: {a: b c: d}\n`,
  'a bracket that is another one': `${head}targets: [aws-cdk}\n`,
  'another file that is included': 'name: shop\nfunctions: !include other.yaml\n',
  'a template of Helm': '{{- if .Values.x }}\nname: shop\n{{- end }}\n',
  'a conflict': `<<<<<<< HEAD\n${head}=======\nname: other\n>>>>>>> x\n`,
};
