// Builds the examples' code that Lambda requires built, if the compilers are installed.
import { join } from 'node:path';
import { dotnet, each, go, run } from './tool';

const examples = join(__dirname, '../examples');

each([
  {
    what: 'examples/polyglot/build/go/bootstrap',
    tool: go,
    // No paths, no revision and no build id: the same source gives the same executable.
    run: () =>
      run(
        go,
        // prettier-ignore
        [
          'build', '-trimpath', '-buildvcs=false', '-tags', 'lambda.norpc', '-ldflags', '-s -w -buildid=',
          '-o', '../build/go/bootstrap', './lambda',
        ],
        join(examples, 'polyglot/go'),
        { GOOS: 'linux', GOARCH: 'amd64', CGO_ENABLED: '0' },
      ),
  },
  {
    what: 'examples/provisioned/build/dotnet',
    tool: dotnet,
    run: () =>
      run(
        dotnet,
        // prettier-ignore
        ['publish', 'dotnet/aws', '-c', 'Release', '-r', 'linux-x64', '--self-contained', 'false', '-o', 'build/dotnet'],
        join(examples, 'provisioned'),
      ),
  },
]);
