import { missingIn, type Code } from '../../lib/archive/built';

type Case = readonly [
  cloud: Code['cloud'],
  runtime: Code['runtime'],
  handler: string,
  there: readonly string[],
  missing: readonly (readonly string[])[],
  says: string,
];

const code = ([cloud, runtime, handler]: Case): Code => ({
  cloud,
  runtime,
  handler,
  architecture: 'x86_64',
  code: 'build/it',
});

// What is enough, what isn't, and what is said then.
const cases: readonly Case[] = [
  ['aws', 'nodejs22', 'app.handler', ['app.mjs'], [['other.js'], ['src/app.js'], ['app.ts']], '"app.js"'],
  ['aws', 'nodejs24', 'src/app.handler', ['src/app.js'], [['app.js']], '"src/app.js"'],
  ['aws', 'nodejs24', 'a.b/app.handler', ['a.b/app.cjs'], [['a.js']], '"a.b/app.js"'],
  ['aws', 'python3.13', 'main.handler', ['main.py'], [['main.js'], ['lib/main.py']], '"main.py"'],
  ['aws', 'python3.13', 'pkg.main.handler', ['pkg/main.py'], [['pkg.py']], '"pkg/main.py"'],
  ['aws', 'python3.14', 'pkg/main.handler', ['pkg/main/__init__.py'], [['main.py']], '"pkg/main.py"'],
  ['aws', 'ruby3.4', 'app.Shop::Orders.handle', ['app.rb'], [['Shop.rb']], '"app.rb"'],
  ['aws', 'go1.26', 'bootstrap', ['bootstrap'], [['main.go', 'go.mod'], ['bin/bootstrap']], 'executable "bootstrap"'],
  ['aws', 'java21', 'shop.Orders::handle', ['lib/shop.jar'], [['shop.jar'], ['pom.xml']], '"lib/*.jar"'],
  ['aws', 'java25', 'shop.Orders::handle', ['shop/Orders.class'], [[]], '".class"'],
  [
    'aws',
    'dotnet10',
    'Shop.Web::Shop.Orders::Handle',
    ['Shop.Web.dll', 'Shop.Web.runtimeconfig.json'],
    [['Shop.Web.dll'], ['ShopxWeb.dll', 'Shop.Web.runtimeconfig.json'], ['Shop.csproj']],
    '"Shop.Web.dll" with its ".runtimeconfig.json"',
  ],
  ['gcp', 'python3.12', 'greet', ['main.py'], [['app.py'], ['src/main.py']], '"main.py"'],
  ['gcp', 'nodejs22', 'greet', ['package.json'], [['src/package.json'], ['app.js']], '"package.json"'],
  ['gcp', 'nodejs22', 'greet', ['index.js'], [['index.ts']], '"index.js"'],
  ['gcp', 'go1.27', 'Greet', ['go.mod', 'greet.go'], [['go.mod', 'a_test.go'], ['greet.go']], '"go.mod"'],
  ['gcp', 'java21', 'shop.Orders', ['pom.xml'], [['lib/shop.jar']], '"pom.xml"'],
  ['gcp', 'java21', 'shop.Orders', ['build.gradle.kts'], [['gradle.build']], '"build.gradle"'],
  ['gcp', 'dotnet10', 'Shop.Orders', ['Shop.csproj', 'Orders.cs'], [['Shop.dll']], '"*.csproj"'],
  ['gcp', 'ruby4.0', 'greet', ['app.rb', 'Gemfile'], [['app.rb'], ['Gemfile']], '"app.rb" with "Gemfile"'],
];

describe.each(cases)('on %s, %s with handler %s', (...each) => {
  const [, , , there, missing, says] = each;

  test(`takes ${there.join(', ')}`, () => {
    expect(missingIn([...there, 'README.md'], code(each))).toBeUndefined();
  });

  test.each(missing.map((files) => [files]))('fails with %j', (files) => {
    expect(missingIn(files, code(each))?.missing).toContain(says);
  });
});

test('says what builds it, for the processor that is asked for', () => {
  const go: Code = { cloud: 'aws', runtime: 'go1.26', handler: 'x', architecture: 'x86_64', code: 'build/go' };
  expect(missingIn([], go)?.build).toBe(
    'build it into build/go: GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -tags lambda.norpc -o bootstrap .',
  );
  expect(missingIn([], { ...go, architecture: 'arm64' })?.build).toContain('GOARCH=arm64');
  expect(missingIn([], { ...go, runtime: 'dotnet10' })?.build).toContain('-r linux-x64');
  expect(missingIn([], { ...go, runtime: 'dotnet10', architecture: 'arm64' })?.build).toContain('-r linux-arm64');
  expect(missingIn([], { ...go, cloud: 'gcp' })?.build).toContain('Cloud Functions builds from source');
});
