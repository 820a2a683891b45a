import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../projects/run';

/** The names of the apps, which are those of their targets. */
export const apps = ['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi'] as const;
export type AppName = (typeof apps)[number];

/** What a clone needs so that the package can be built and packed. */
const sources = [
  ...['lib', 'bin', 'scripts', 'warmer', 'docs', 'package.json', 'tsconfig.json', 'tsconfig.build.json'],
  ...['README.md', 'LICENSE', 'CHANGELOG.md'],
];

/** The packed package, unpacked; and apps beside it, each in a folder of its own with everything that it imports. */
export class Installed {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'triptych-apps-')));
  private readonly unpacked = join(this.folder, 'package');

  constructor() {
    // In a clone of its own: other tests build and pack, too.
    const clone = join(this.folder, 'clone');
    mkdirSync(clone);
    for (const name of sources) {
      if (existsSync(join(root, name))) cpSync(join(root, name), join(clone, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
    const packing = ['pack', '--ignore-scripts=false', '--json', '--pack-destination', this.folder];
    execFileSync('npm', packing, { cwd: clone, stdio: ['ignore', 'pipe', 'pipe'] });
    const packed = readdirSync(this.folder).find((name) => name.endsWith('.tgz'))!;
    execFileSync('tar', ['-xzf', packed], { cwd: this.folder });
    rmSync(clone, { recursive: true });
  }

  /** Copies an app, and installs its packages: ours as it was packed, and all others as they are here. */
  add(name: AppName, as: string = name): string {
    const place = join(this.folder, as);
    cpSync(join(__dirname, name), place, { recursive: true });
    const modules = join(place, 'node_modules');
    mkdirSync(modules);
    for (const module of readdirSync(join(root, 'node_modules')))
      symlinkSync(join(root, 'node_modules', module), join(modules, module));
    cpSync(this.unpacked, join(modules, 'triptych-iac'), { recursive: true });
    return place;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
