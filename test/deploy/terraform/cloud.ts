import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json } from '../../projects/run';
import type { Existing } from '../rig';

/** A resource, as the stand-in for Google's provider keeps it. */
export interface Kept {
  readonly type: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A cloud of its own: a folder that the stand-in for Google's provider writes to. */
export class Cloud {
  /** What tells the stand-in where the cloud is. */
  readonly environment: Readonly<Record<string, string>>;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.environment = { GOOGLE_STAND_IN: folder };
  }

  /** All that is in it, by type and id; of a type only, if one is named. */
  kept(type?: string): readonly Kept[] {
    return this.files(type)
      .map((file) => json<Kept>(file))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  /** All that is in it, in the order in which it was made or last changed. */
  inOrder(): readonly Kept[] {
    return this.files()
      .map((file) => ({ file, at: statSync(file, { bigint: true }).mtimeNs }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ file }) => json<Kept>(file));
  }

  private files(type?: string): readonly string[] {
    const types = type === undefined ? readdirSync(this.folder).filter((name) => !name.includes('.')) : [type];
    return types
      .filter((one) => existsSync(join(this.folder, one)))
      .flatMap((one) => readdirSync(join(this.folder, one)).map((file) => join(this.folder, one, file)))
      .filter((file) => file.endsWith('.json'));
  }

  /** All that is in it, as `<type> <id>`. */
  keys(): readonly string[] {
    return this.kept().map(key);
  }

  /** What is in it of resources. That a project's service is switched on is no resource, and stays so when a stack goes. */
  existing(): readonly Existing[] {
    return this.kept()
      .filter(({ type }) => type !== 'google_project_service')
      .map(({ type, id, attributes }) => ({
        type,
        id,
        protected:
          attributes['delete_protection_state'] === 'DELETE_PROTECTION_ENABLED' ||
          attributes['deletion_protection'] === true,
      }));
  }

  /** Changes every resource of a type behind Terraform's back. */
  change(type: string, edit: (attributes: Record<string, Record<string, unknown>[]>) => void): void {
    for (const name of readdirSync(join(this.folder, type)).filter((one) => one.endsWith('.json'))) {
      const file = join(this.folder, type, name);
      const kept = json<{ readonly attributes: Record<string, Record<string, unknown>[]> }>(file);
      edit(kept.attributes);
      writeFileSync(file, JSON.stringify(kept));
    }
  }

  /** Refuses to make or to change resources of a type, until it is accepted. */
  refuse(type: string, message: string): void {
    writeFileSync(join(this.folder, `${type}.fail`), message);
  }

  accept(type: string): void {
    rmSync(join(this.folder, `${type}.fail`));
  }

  /** Makes resources of a type, and doesn't answer about them until they are released. */
  hold(type: string): void {
    writeFileSync(join(this.folder, `${type}.hold`), '');
  }

  release(type: string): void {
    rmSync(join(this.folder, `${type}.hold`));
  }
}

const key = ({ type, id }: Kept): string => `${type} ${id}`;
