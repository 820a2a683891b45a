import * as messages from '@pulumi/pulumi/proto/engine_pb';
import { empty } from './sdk';

/** Pulumi's engine, as far as a program needs it: it takes messages. */
export class Engine {
  /** The errors that the program reported. A deployment with any of them fails. */
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  private root = '';

  log(request: messages.LogRequest) {
    const severity = request.getSeverity();
    if (severity === messages.LogSeverity.ERROR) this.errors.push(plainText(request.getMessage()));
    if (severity === messages.LogSeverity.WARNING) this.warnings.push(plainText(request.getMessage()));
    return empty();
  }

  setRootResource(request: messages.SetRootResourceRequest): messages.SetRootResourceResponse {
    this.root = request.getUrn();
    return new messages.SetRootResourceResponse();
  }

  getRootResource(): messages.GetRootResourceResponse {
    return new messages.GetRootResourceResponse().setUrn(this.root);
  }

  startDebugging = empty;

  requirePulumiVersion(): messages.RequirePulumiVersionResponse {
    return new messages.RequirePulumiVersionResponse();
  }
}

/** A message without colours, stack frames and the host's introduction. */
export function plainText(message: string): string {
  return message
    .replace(/\u001b\[[0-9;]*m/g, '')
    .replace(/^(Running program '.*' failed with an unhandled exception|Unhandled exception):\s*/, '')
    .replace(/^\s+at .*$\n?/gm, '')
    .replace(/^(<ref \*\d+> )?Error: /, '')
    .trim();
}
