import { outputsOf } from '../../lib/model/output';
import { formatText } from '../../lib/model/text';
import { plainFunction, plainTable, resolveObject } from './architectures';

const outputs = (architecture: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(outputsOf(resolveObject(architecture).architecture)).map(([name, text]) => [name, formatText(text)]),
  );

test('outputs: contain the URL of each public element', () => {
  expect(
    outputs({
      functions: {
        'get-orders': { ...plainFunction, http: 'public' },
        hidden: { ...plainFunction, http: 'private' },
        worker: plainFunction,
      },
      services: { web: { image: 'nginx', ingress: 'public' }, inner: { image: 'nginx' } },
      apis: { public: { routes: { 'GET /': 'functions.worker' } } },
      tables: { t: plainTable },
    }),
  ).toEqual({
    getOrdersFunctionUrl: '${functions.get-orders.url}',
    webServiceUrl: '${services.web.url}',
    publicApiUrl: '${apis.public.url}',
  });
});

test('outputs: a written name replaces the default one, and others are added', () => {
  expect(
    outputs({
      services: { web: { image: 'nginx', ingress: 'public' } },
      tables: { t: plainTable },
      outputs: { url: '${services.web.url}', table: '${tables.t.name}' },
    }),
  ).toEqual({ url: '${services.web.url}', table: '${tables.t.name}' });
});
