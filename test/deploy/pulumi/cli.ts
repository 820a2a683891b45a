import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { go } from '../../../scripts/tool';
import { cached, fetch, require, type Need } from '../tool';

const version = '3.259.0';
const modulePath = 'github.com/pulumi/pulumi';

/** Go's own settings for a build that is the same everywhere, and that fetches no other Go. */
const environment = { GOTOOLCHAIN: 'local', GOFLAGS: '', CGO_ENABLED: '0' };

/** The command line of Pulumi, with its engine, built from the modules that it is published as. */
export const pulumi: Need = {
  name: 'pulumi',
  async prepare() {
    require(go);
    const folder = await cached(`pulumi-${version}`, async (folder) => {
      console.log(`building pulumi ${version}, once: this takes some minutes`);
      writeFileSync(join(folder, 'go.mod'), 'module pulumi-cli\n');
      const main = `${modulePath}/pkg/v3/cmd/pulumi`;
      await fetch(['go', 'get', `${main}@v${version}`], folder, environment);
      const told = `-s -w -X ${modulePath}/sdk/v3/go/common/version.Version=${version}`;
      await fetch(['go', 'build', '-trimpath', '-ldflags', told, '-o', 'pulumi', main], folder, environment);
    });
    return join(folder, 'pulumi');
  },
};
