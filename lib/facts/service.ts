import type { ResolvedService } from '../model/service';
import { formatText } from '../model/text';
import { cloudRunCpu, cloudRunMemoryFloor } from '../support/service';
import type { Expectation } from './expectation';
import { expectName } from './name';
import { expectLabels } from './tag';
import { expectTexts } from './text';

/** What an artefact says about a service. */
export interface ServiceFact {
  readonly image: string;
  readonly command?: readonly string[];
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly ingress: 'none' | 'public';
  readonly host?: string;
  readonly path?: string;
  /** Stated by the model, or else whatever the artefact says within the right band. */
  readonly priority?: number;
  readonly healthCheck?: {
    readonly path: string;
    readonly intervalSeconds: number;
    readonly timeoutSeconds: number;
    readonly healthyCount?: number;
    readonly unhealthyCount: number;
  };
  readonly coldStart: { readonly provisioned?: number };
  readonly logRetentionDays?: number;
  /** What the container may do with other elements. */
  readonly uses: Readonly<Record<string, string>>;
  /** Where a name is ours to give. */
  readonly physicalNames?: { readonly service: string; readonly serviceAccount: string };
  /** The services of Google's that have to be switched on before it. */
  readonly needs?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** What a right rendering of a service says on AWS. */
export function expectAwsService(_: string, spec: ResolvedService, { architecture }: Expectation): ServiceFact {
  const exposed = spec.ingress === 'public';
  return {
    ...common(spec),
    cpu: spec.cpu,
    memoryMiB: spec.memoryMiB,
    // Nobody checks a container that no load balancer reaches.
    ...(exposed && {
      ...(spec.host && { host: spec.host }),
      path: spec.path,
      ...(spec.priority !== undefined && { priority: spec.priority }),
      healthCheck: spec.healthCheck,
    }),
    logRetentionDays: spec.logRetentionDays,
    tags: architecture.tags,
  };
}

/** What a right rendering of a service says on GCP. */
export function expectGcpService(
  name: string,
  spec: ResolvedService,
  { architecture, naming }: Expectation,
): ServiceFact {
  const cpu = cloudRunCpu(spec);
  const { path, intervalSeconds, timeoutSeconds, unhealthyCount } = spec.healthCheck;
  return {
    ...common(spec),
    cpu,
    memoryMiB: Math.max(spec.memoryMiB, cloudRunMemoryFloor(cpu)),
    environment: expectTexts(spec.environment, 'gcp', architecture),
    healthCheck: { path, intervalSeconds, timeoutSeconds, unhealthyCount },
    physicalNames: {
      service: expectName(naming, 'services', name, 49),
      serviceAccount: expectName(naming, 'services', name, 30),
    },
    needs: ['run.googleapis.com'],
    tags: expectLabels(architecture.tags),
  };
}

const common = (spec: ResolvedService) => ({
  image: spec.image,
  ...(spec.command && { command: spec.command }),
  port: spec.port,
  environment: Object.fromEntries(Object.entries(spec.environment).map(([key, text]) => [key, formatText(text)])),
  ingress: spec.ingress,
  coldStart: spec.coldStart,
  uses: {},
});
