import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';
import { verify } from '../../lib/verify';
import { temporaryFolder } from '../rendering';

// An app of a team with one architecture in several environments.

const folder = temporaryFolder();
const architecture = join(folder, 'architecture.yaml');
mkdirSync(join(folder, 'code'));
writeFileSync(join(folder, 'code', 'index.js'), 'exports.handler = async () => undefined;\n');
writeFileSync(
  architecture,
  `name: shop
targets: [aws-cdk]
functions: { orders: { runtime: nodejs22, code: code, handler: index.handler } }
divergences:
  - { target: aws-cdk, env: qa, path: functions.orders.timeoutSeconds, reason: qa is slow }
`,
);
writeFileSync(join(folder, 'architecture.prod.yaml'), 'functions: { orders: { memoryMiB: 1024 } }\n');

function appIn(environments: readonly string[]): { app: App; made: Readonly<Record<string, ServerlessArchitecture>> } {
  const app = new App({ outdir: temporaryFolder(), analyticsReporting: false });
  const made = environments.map((env) => {
    const name = ServerlessArchitecture.nameOf(app, { architecture, env });
    return [env, new ServerlessArchitecture(new Stack(app, name), 'Shop', { architecture, env })] as const;
  });
  return { app, made: Object.fromEntries(made) };
}

test('each environment of an app is compared with itself, with the file and without it', async () => {
  const { app } = appIn(['dev', 'prod', 'pr-123']);
  expect(app.node.children.map(({ node }) => node.id)).toEqual(['shop', 'shop-prod', 'shop-pr-123']);
  for (const options of [{ architecture }, {}]) {
    const { equivalent, message } = await verify(app, options);
    expect({ equivalent, message }).toMatchObject({ equivalent: true });
    expect(message).toContain('shop in shop/Shop: equivalent');
    expect(message).toContain('shop (prod) in shop-prod/Shop: equivalent');
    expect(message).toContain('shop (pr-123) in shop-pr-123/Shop: equivalent');
  }
});

test('only the environment that is asked for is compared', async () => {
  const { app, made } = appIn(['dev', 'prod']);
  (made['dev']!.functions['orders']!.function.node.defaultChild as unknown as { memorySize: number }).memorySize = 512;
  expect((await verify(app, { architecture, env: 'prod' })).equivalent).toBe(true);
  expect((await verify(app, { architecture, env: 'dev' })).differences.map(({ path }) => path)).toEqual([
    'functions.orders.memoryMiB',
  ]);
  await expect(verify(app, { architecture, env: 'stage' })).rejects.toThrow(
    'contains no architecture in the environment stage, found shop in shop/Shop, shop (prod) in shop-prod/Shop',
  );
});

test('what an overlay changes is a difference where the artifact does not have it', async () => {
  const { app, made } = appIn(['prod']);
  (made['prod']!.functions['orders']!.function.node.defaultChild as unknown as { memorySize: number }).memorySize = 256;
  expect((await verify(app, { architecture })).differences).toMatchObject([
    { path: 'functions.orders.memoryMiB', expected: 1024, actual: 256 },
  ]);
});

test('a divergence of one environment is accepted there only', async () => {
  const { app, made } = appIn(['qa', 'prod']);
  for (const { functions } of Object.values(made))
    (functions['orders']!.function.node.defaultChild as unknown as { timeout: number }).timeout = 7;
  const { accepted, differences } = await verify(app, { architecture });
  expect(accepted.map(({ path }) => path)).toEqual(['functions.orders.timeoutSeconds']);
  expect(differences.map(({ path, place }) => [place, path])).toEqual([
    ['shop-prod/Shop', 'functions.orders.timeoutSeconds'],
  ]);
});
