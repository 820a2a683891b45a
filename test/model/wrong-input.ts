import type { Wrong } from './wrong';

/** A function `a` with some more fields, in one line each. */
const fn = (fields: string, below = ''): string =>
  `name: shop\nfunctions:\n  a: { runtime: nodejs22, code: ./a, handler: h${fields === '' ? '' : `, ${fields}`} }\n${below}`;

export const segments: readonly Wrong[] = [
  {
    file: fn('', 'apis: { p: { routes: { "GET /a/../b": functions.a, "GET /./b": functions.a } } }\n'),
    says: [
      '4:24: apis.p.routes.GET /a/../b: must not have the segment .. (clients remove it from a path before they send the request)',
      '4:52: apis.p.routes.GET /./b: must not have the segment . (clients remove it from a path before they send the request)',
    ],
  },
];

/** What other tools accept, and what looks like plain text: one message with the correction. */
export const habits: readonly Wrong[] = [
  {
    file: 'name: shop\ntriggers:\n  - schedule: */5 * * * *\n',
    says: ['3:15: not valid YAML: */5 * * * * is not in quotes, and * begins an alias (write "*/5 * * * *")'],
  },
  {
    file: 'name: shop\ntriggers: [{ schedule: * * * * * }]\n',
    says: ['2:24: not valid YAML: * * * * * is not in quotes, and * begins an alias (write "* * * * *")'],
  },
  {
    file: 'name: shop\nroutes: { GET /orders/{id}: functions.a, ANY /x/{proxy+}: functions.b }\n',
    says: ['2:11: not valid YAML: GET /orders/{id} is not in quotes, and { begins a map (write "GET /orders/{id}")'],
  },
  {
    file: 'name: shop\nenvironment: { Q: "${x}", A: ${tables.x.name}, B: 1 }\nx: [${parameters.y}]\n',
    says: [
      '2:30: not valid YAML: ${tables.x.name} is not in quotes, and { begins a map (write "${tables.x.name}")',
      '3:5: not valid YAML: ${parameters.y} is not in quotes, and { begins a map (write "${parameters.y}")',
    ],
  },
  {
    file: 'name: shop\ndescription: @daily\n',
    says: ['2:14: not valid YAML: @daily is not in quotes, and it begins with a reserved character (write "@daily")'],
  },
  ...['timezone: Europe/Berlin', 'input: { a: 1 }'].map((next) => ({
    file: `name: shop\ntriggers: [{ schedule: */5 1,2 * * *, ${next} }]\n`,
    says: ['2:24: not valid YAML: */5 1,2 * * * is not in quotes, and * begins an alias (write "*/5 1,2 * * *")'],
  })),
  {
    file: 'name: shop\nweb: { image: shop/web:${parameters.tag}, port: 80 }\n',
    says: [
      '2:15: not valid YAML: shop/web:${parameters.tag} is not in quotes, and { begins a map (write "shop/web:${parameters.tag}")',
    ],
  },
  {
    file: 'name: shop\nenvironment: {\n  A: 1,\n  B: ${parameters.y}\n}\n',
    says: ['4:6: not valid YAML: ${parameters.y} is not in quotes, and { begins a map (write "${parameters.y}")'],
  },
  {
    file: "name: shop\nx: { A: don't, B: it is ${parameters.y}, C: don't }\n",
    says: [
      '2:19: not valid YAML: it is ${parameters.y} is not in quotes, and { begins a map (write "it is ${parameters.y}")',
    ],
  },
  // The text is right, and something else is wrong.
  {
    file: 'name: shop\ntriggers: [{ schedule: 0 6 * * 1-5 }\nx: 1\n',
    says: ['3:1: not valid YAML: flow sequence in block collection must be sufficiently indented and end with a ]'],
  },
  {
    file: 'name: shop\nx: "${a.b}" c ${d.e}\n',
    says: ['2:13: not valid YAML: unexpected scalar at node end'],
  },
  // What is wrong in another line is said as well.
  {
    file: 'name: shop\ntriggers:\n  - schedule: */5 * * * *\nx: "a" b\n',
    says: [
      '3:15: not valid YAML: */5 * * * * is not in quotes, and * begins an alias (write "*/5 * * * *")',
      '4:8: not valid YAML: unexpected scalar at node end',
    ],
  },
  {
    file: 'name: *.png\n',
    says: ['1:7: name: there is no anchor &.png before this alias (if it is a text, write "*.png")'],
  },
  {
    file: fn('timeoutSeconds: 5 min, memoryMiB: 1Gi'),
    says: [
      '3:66: functions.a.timeoutSeconds: must be a number, got "5 min" (write 300: the unit is in the field\'s name)',
      '3:84: functions.a.memoryMiB: must be a number, got "1Gi" (write 1024: the unit is in the field\'s name)',
    ],
  },
  {
    file: fn('memoryMiB: 512 apples'),
    says: ['3:61: functions.a.memoryMiB: must be a number, got "512 apples"'],
  },
  {
    file: fn('triggers: [{ rate: 5 minutes }, { rate: rate(7 hours) }]'),
    says: [
      '3:69: functions.a.triggers.0.rate: must be <n>m with n dividing 60, <n>h with n dividing 24, or 1d, such as 5m, got "5 minutes" (write 5m)',
      '3:90: functions.a.triggers.1.rate: must be <n>m with n dividing 60, <n>h with n dividing 24, or 1d, such as 5m, got "rate(7 hours)"',
    ],
  },
  ...[
    ['@hourly', 'write "0 * * * *"'],
    ['rate(5 minutes)', 'use rate: 5m'],
    ['rate(7 minutes)', 'use rate, such as rate: 5m'],
    ['5m', 'use rate: 5m'],
    ['cron(0 8 * * ? *)', 'write the five fields without cron(…), without seconds and a year, and * for ?'],
    ['0 0 8 * * *', 'leave out seconds and a year'],
  ].map(([schedule, hint]) => ({
    file: fn(`triggers: [{ schedule: "${schedule}" }]`),
    says: [
      `3:73: functions.a.triggers.0.schedule: must be five fields: minute, hour, day of the month, month, day of the week, got "${schedule}" (${hint})`,
    ],
  })),
];

export const names: readonly Wrong[] = [
  {
    file: 'name: constructor\n',
    says: ['1:7: name: is a name that every object has: choose another name, got "constructor"'],
  },
];

const cronField = (bounds: string, called: string): string =>
  `3:73: functions.a.triggers.0.schedule: must use *, numbers from ${bounds}, lists, ranges or steps for the ${called}, got`;

export const ranges: readonly Wrong[] = [
  ['0 8 * * MON-FRY', 'MON-FRY', '0 to 7, SUN to SAT', 'day of the week'],
  ['0-60 8 * * *', '0-60', '0 to 59', 'minute'],
  ['0 9-24 * * *', '9-24', '0 to 23', 'hour'],
  ['0 8 1- * *', '1-', '1 to 31', 'day of the month'],
].map(([schedule = '', item = '', bounds = '', called = '']) => ({
  file: fn(`triggers: [{ schedule: "${schedule}" }]`),
  says: [`${cronField(bounds, called)} "${schedule}" ("${item}" is not allowed)`],
}));

const service = (image: string): string => `name: shop\nservices:\n  web: { image: ${JSON.stringify(image)} }\n`;
const notAnImage =
  '3:17: services.web.image: must be the name of an image, such as nginx:1.27 or registry.example.com/shop/web@sha256:…, got';

export const images: readonly Wrong[] = [
  { file: service('a b'), says: [`${notAnImage} "a b" (a name has no spaces; arguments belong in \`command\`)`] },
  { file: service('http://x'), says: [`${notAnImage} "http://x" (leave out the protocol)`] },
  { file: service('Nginx'), says: [`${notAnImage} "Nginx" (write it in lower case)`] },
  ...['"; rm', '-x', 'nginx:', 'a//b', 'nginx@sha256:0', '{{resolve:ssm:/image}}'].map((image) => ({
    file: service(image),
    says: [
      `${notAnImage} ${JSON.stringify(image)}${image.includes(' ') ? ' (a name has no spaces; arguments belong in `command`)' : ''}`,
    ],
  })),
];

export const prefixes: readonly Wrong[] = [
  {
    file: fn(
      'triggers: [{ bucket: b, on: [created], prefix: "a\\u0007" }], retry: { deadLetter: q }',
      'buckets: { b: {} }\nqueues: { q: {} }\n',
    ),
    says: ['3:97: functions.a.triggers.0.prefix: must be text without control characters, got "a\\u0007"'],
  },
];

/** What no process, no request and no encoding can hold. */
export const characters: readonly Wrong[] = [
  {
    file: 'name: shop\ntags: { a: "b\\0" }\n',
    says: ['2:12: tags.a: must be text without control characters, got "b\\u0000"'],
  },
  {
    file: 'name: shop\nservices:\n  web: { image: nginx, command: ["a\\e[2J"] }\n',
    says: ['3:34: services.web.command.0: must be text without control characters, got "a\\u001b[2J"'],
  },
  {
    file: 'name: shop\nservices:\n  web: { image: nginx, healthCheck: { path: "/a b" } }\n',
    says: ['3:45: services.web.healthCheck.path: must be a path without spaces: write %20, got "/a b"'],
  },
  {
    file: fn('environment: { XX: "\\ud83d" }'),
    says: ['3:69: functions.a.environment.XX: must be text without control characters, got "\\ud83d"'],
  },
  {
    file: fn('triggers: [{ rate: 5m, input: ["\\\\ud83d", { "\\udc00": 1 }] }]'),
    says: [
      '3:80: functions.a.triggers.0.input: must be valid Unicode text, without half of a surrogate pair, got a list',
    ],
  },
];

export const windows: readonly Wrong[] = [
  {
    file: fn(
      `coldStart: { scheduled: [${Array.from(
        { length: 1_000 },
        (_, index) => `{ name: w${index}, start: "*/2 * * * *", end: "1-59/2 * * * *", min: 2 }`,
      ).join(', ')}] }`,
    ),
    says: ['3:74: functions.a.coldStart.scheduled: must be a list of 1 to 100, got 1000'],
  },
  {
    file: fn(
      'coldStart: { scheduled: [{ name: a-1, start: 0 8 * * *, end: 0 9 * * *, min: 1 }, { name: a1, start: 0 10 * * *, end: 0 11 * * *, min: 1 }] }',
    ),
    says: ['3:140: functions.a.coldStart.scheduled.1.name: becomes a1 without hyphens, as a-1 does'],
  },
];
