import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../projects/run';

/** The names of the apps, which are those of their targets. */
export const apps = ['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi'] as const;
export type AppName = (typeof apps)[number];

/** The packed package, unpacked; and apps beside it, each in a folder of its own with everything that it imports. */
export class Installed {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'triptych-apps-')));
  private readonly unpacked = join(this.folder, 'package');

  /** @param packed the packed package's file */
  constructor(packed: string) {
    execFileSync('tar', ['-xzf', packed], { cwd: this.folder });
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
