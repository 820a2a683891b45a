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
