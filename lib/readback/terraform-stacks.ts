import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from './artefact';
import { mapIn, namesIn, readDocument, type Json } from './document';
import { ArtefactError } from './error';
import { Folder } from './folder';
import { isObject } from './resource';

/** A stack in the output of CDKTF. */
export interface TerraformStack {
  /** The stack's name, and that of its folder. */
  readonly name: string;
  readonly file: string;
  readonly body: Json;
}

/**
 * The stacks in the output of CDKTF. Those of an app are the ones that its manifest names: CDKTF leaves the folders of stacks
 * that the app doesn't have any more.
 * @throws ArtefactError if there are no stacks, or one can't be read
 */
export function stacksIn(place: string, scope: Scope): TerraformStack[] {
  const stacks = join(place, 'stacks');
  if (!existsSync(stacks)) throw new ArtefactError(stacks, 'no such folder');
  return (
    ((scope === 'app' ? named(place) : undefined) ?? namesIn(stacks))
      // A stack without an architecture stays unclaimed.
      .map((name) => ({ name, file: new Folder(place, scope).claim('stacks', name, 'cdk.tf.json') }))
      .flatMap(({ name, file }) => (file === undefined ? [] : [{ name, file, body: readDocument(file) }]))
  );
}

/** CDKTF's own words about a resource, which it writes as a comment. */
export function metadataOf(comment: unknown): Json {
  const metadata = isObject(comment) ? comment['metadata'] : undefined;
  return isObject(metadata) ? metadata : {};
}

/** The path of a resource's construct; empty where a comment has none. */
export function pathOf(comment: unknown): string {
  const { path } = metadataOf(comment);
  return typeof path === 'string' ? path : '';
}

/** The stacks that CDKTF's manifest names; undefined without one. */
function named(place: string): string[] | undefined {
  const file = join(place, 'manifest.json');
  const { stacks } = existsSync(file) ? readDocument(file) : {};
  return stacks === undefined ? undefined : Object.keys(mapIn(stacks, file, 'stacks'));
}
