import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { go, type Tool } from '../../../scripts/tool';
import { json, root } from '../../projects/run';
import { succeed } from '../command';
import { cached, fetch, require as need, type Need } from '../tool';
import { bindings, type Binding } from '../../vendor/terraform-schema';
import { schemaOfTheStandIn } from './schema';

const tool: Tool = { command: 'terraform', versionFlag: 'version', atLeast: [1, 11] };

export const terraform: Need = {
  name: 'terraform',
  prepare() {
    need(tool);
    return tool.command;
  },
};

/** A mirror of Terraform's registry, with nothing in it but our stand-in, for each provider that a stack may have. */
export const googleStandIn: Need = {
  name: 'google provider stand-in',
  prepare() {
    need(go);
    const schemas = bindings.map((name) => ({ name, version: versionOf(name), schema: schemaOfTheStandIn(name) }));
    const parts = [
      ...schemas.flatMap(({ name, version, schema }) => [name, version, schema]),
      ...readdirSync(sources).map((file) => readFileSync(join(sources, file), 'utf8')),
    ];
    const hash = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
    return cached(`google-stand-in-${hash}`, async (mirror) => {
      await fetch(['go', 'mod', 'download'], sources, environment);
      const built = join(mirror, 'stand-in');
      const build = ['-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', built];
      await succeed(['go', 'build', ...build, '.'], { cwd: sources, env: environment });
      for (const { name, version, schema } of schemas) {
        const folder = join(mirror, 'registry.terraform.io/hashicorp', name, version, platformOfGo);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'schema.json'), schema);
        copyFileSync(built, join(folder, `terraform-provider-${name}_v${version}`));
      }
      rmSync(built);
    });
  },
};

const sources = join(__dirname, 'provider');

/** The version of a provider that the bindings are for, and every stack asks for. */
const versionOf = (name: Binding): string =>
  json<{ readonly cdktf: { readonly provider: { readonly version: string } } }>(
    ...[root, `node_modules/@cdktf/provider-${name}/package.json`],
  ).cdktf.provider.version;

// Go would fetch a newer version of itself where a module asks for one.
const environment = { GOTOOLCHAIN: 'local' };

const platformOfGo = `${platform()}_${arch() === 'x64' ? 'amd64' : arch()}`;
