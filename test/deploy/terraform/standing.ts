import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { go, type Tool } from '../../../scripts/tool';
import { json, root } from '../../projects/run';
import { succeed } from '../command';
import { cached, fetch, require as need, type Need } from '../tool';
import { schemaOfTheStandIn } from './schema';

const tool: Tool = { command: 'terraform', versionFlag: 'version', atLeast: [1, 11] };

export const terraform: Need = {
  name: 'terraform',
  prepare() {
    need(tool);
    return tool.command;
  },
};

/** A mirror of Terraform's registry, with nothing in it but our stand-in for Google's provider. */
export const googleStandIn: Need = {
  name: 'google provider stand-in',
  prepare() {
    need(go);
    const schema = schemaOfTheStandIn();
    const parts = [version, schema, ...readdirSync(sources).map((file) => readFileSync(join(sources, file), 'utf8'))];
    const hash = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
    return cached(`google-stand-in-${hash}`, async (mirror) => {
      await fetch(['go', 'mod', 'download'], sources, environment);
      const folder = join(mirror, 'registry.terraform.io/hashicorp/google', version, platformOfGo);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'schema.json'), schema);
      const program = join(folder, `terraform-provider-google_v${version}`);
      const build = ['-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', program];
      await succeed(['go', 'build', ...build, '.'], { cwd: sources, env: environment });
    });
  },
};

const sources = join(__dirname, 'provider');

/** The version of Google's provider that the bindings are for, and every stack asks for. */
const { version } = json<{ readonly cdktf: { readonly provider: { readonly version: string } } }>(
  ...[root, 'node_modules/@cdktf/provider-google/package.json'],
).cdktf.provider;

// Go would fetch a newer version of itself where a module asks for one.
const environment = { GOTOOLCHAIN: 'local' };

const platformOfGo = `${platform()}_${arch() === 'x64' ? 'amd64' : arch()}`;
