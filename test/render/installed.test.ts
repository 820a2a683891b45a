import { MissingPackageError, requireInstalled } from '../../lib/render/installed';

const absence = (name: string): Error =>
  Object.assign(new Error(`Cannot find module '${name}'\nRequire stack:\n- /app/index.js`), {
    code: 'MODULE_NOT_FOUND',
  });

const missing = (name: string) => () => {
  throw absence(name);
};

test('installed: accepts an engine whose packages load', () => {
  const loaded: string[] = [];
  requireInstalled('pulumi', { one: () => loaded.push('one'), two: () => loaded.push('two') });
  expect(loaded).toEqual(['one', 'two']);
});

test.each([
  [
    'all packages that are missing',
    { 'aws-cdk-lib': missing('aws-cdk-lib'), constructs: missing('constructs') },
    "aws-cdk requires aws-cdk-lib and constructs, which aren't installed: npm install aws-cdk-lib constructs",
  ],
  [
    'one that another package requires',
    { 'aws-cdk-lib': missing('constructs'), constructs: missing('constructs') },
    "aws-cdk requires constructs, which isn't installed: npm install constructs",
  ],
  [
    'one of which a module was loaded',
    { '@cdktf/provider-google': missing('@cdktf/provider-google/lib/service-account') },
    "aws-cdk requires @cdktf/provider-google, which isn't installed: npm install @cdktf/provider-google",
  ],
])('installed: names %s', (_, modules, message) => {
  expect(() => requireInstalled('aws-cdk', modules)).toThrow(MissingPackageError);
  expect(() => requireInstalled('aws-cdk', modules)).toThrow(message);
});

test.each([
  ['a package that fails to load', Object.assign(new Error('no native binding'), { code: 'ERR_DLOPEN_FAILED' })],
  ['what a package requires and does not bring', absence('tslib')],
  ['a package of a longer name', absence('@pulumi/pulumi-extra')],
])('installed: passes on the error of %s', (_, error) => {
  const load = () => {
    throw error;
  };
  expect(() => requireInstalled('pulumi', { '@pulumi/pulumi': load })).toThrow(error);
});
