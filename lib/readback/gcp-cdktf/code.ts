import { Expression } from '../made';
import type { Artefact } from '../artefact';
import type { Resource } from '../resource';

/**
 * The archive behind an object: in Terraform the path of a file. Where the code was left out, a precondition that never
 * holds keeps Terraform from deploying the empty archive; Pulumi artifacts have no precondition.
 */
export function readArchive(object: Resource, name: string, artefact: Artefact): { sha256: string } | undefined {
  const sha256 = object.as(['source'], (file) => (typeof file === 'string' ? artefact.sha256(file) : undefined));
  if (artefact.stamp.withoutCode.includes(name)) readRefusal(object);
  return sha256 === undefined ? undefined : { sha256 };
}

function readRefusal(object: Resource): void {
  object.fixed(['lifecycle', 'precondition', '0', 'condition'], new Expression('path.module == null'));
  object.fixed(
    ['lifecycle', 'precondition', '0', 'error_message'],
    'the code was left out: build it, and synthesize without `withoutCode`',
  );
}
