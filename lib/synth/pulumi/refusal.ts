import { RegisterResourceRequest, type ReadResourceRequest } from '@pulumi/pulumi/proto/resource_pb';

/** Why some of what a program may do can't be recorded. */
export const refused = {
  remote: "a component of another program can't be recorded, only its provider knows what it is made of",
  call: "a call of a resource's method can't be recorded, only its provider can answer it",
  unhinted: "its attributes can't be told, the program's copy of Pulumi's SDK isn't one that is known here",
} as const;

/** Why a resource can't be recorded, if it can't. */
export function refusals(request: RegisterResourceRequest | ReadResourceRequest): string[] {
  return request instanceof RegisterResourceRequest && request.getRemote() ? [refused.remote] : [];
}
