import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CloudFormationValidatePlugin, Stack, type PolicyViolation } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { temporaryFolder } from '../rendering';
import { acknowledged, type Acknowledged } from './acknowledged';
import type { Json } from './architectures';

/** What breaks a rule. */
export interface Finding {
  readonly rule: string;
  /** A construct's path below its architecture. */
  readonly at: string;
  readonly text: string;
}

/** Findings a line each. */
export const linesOf = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, at, text }) => `${rule} ${at} ${text}`);

/** Whether a finding is what was acknowledged. */
export const matches = ({ rule, at }: Finding, one: Acknowledged): boolean =>
  isRule(rule, one.rule) && new RegExp(`^${one.at.replaceAll('*', '[^/]+')}$`).test(at);

/** Whether a rule is the one that is meant, where `…` stands for what CDK adds to a name. */
function isRule(rule: string, meant: string): boolean {
  const [head = '', tail] = meant.split('…');
  return tail === undefined ? rule === meant : rule.startsWith(head) && rule.endsWith(tail);
}

/** Whether nobody acknowledged a finding. */
export const isOpen = (finding: Finding): boolean => !acknowledged.some((one) => matches(finding, one));

/** What cdk-nag's AWS Solutions rules find in an architecture. */
export function nag(build: (scope: Stack) => void): Finding[] {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
  build(stack);
  return findingsOf(new AwsSolutionsChecks().validateScope(stack).violations, ({ constructPath }) => constructPath!);
}

/** What CloudFormation's own validation finds in templates, by their names: all in one go, since it is slow to begin. */
export function validate(templates: ReadonlyMap<string, Json>): ReadonlyMap<string, Finding[]> {
  const folder = temporaryFolder();
  const places = [...templates].map(([name, template]) => {
    const templatePath = join(folder, name, 'template.json');
    mkdirSync(join(templatePath, '..'), { recursive: true });
    writeFileSync(templatePath, JSON.stringify(template));
    return { name, template, templatePath };
  });
  const stackTemplates = places.map(({ name, templatePath }) => ({
    stackConstructPath: name,
    templatePath,
    accountId: undefined,
    region: undefined,
  }));
  const { violations } = new CloudFormationValidatePlugin().validate({
    stackTemplates,
    templatePaths: stackTemplates.map(({ templatePath }) => templatePath),
    appConstruct: new App(),
  });
  return new Map(
    places.map(({ name, template, templatePath }) => {
      const own = violations.map(({ violatingResources: all, ...violation }) => ({
        ...violation,
        violatingResources: all.filter((one) => one.templatePath === templatePath),
      }));
      const pathOf = (id = ''): string => template.Resources?.[id]?.Metadata?.['aws:cdk:path'] ?? id;
      return [name, findingsOf(own, ({ resourceLogicalId }) => pathOf(resourceLogicalId))];
    }),
  );
}

type Violating = PolicyViolation['violatingResources'][number];

const findingsOf = (violations: readonly PolicyViolation[], placeOf: (one: Violating) => string): Finding[] =>
  violations.flatMap(({ ruleName: rule, description: text, violatingResources: all }) =>
    all.map((one) => ({ rule, at: placeOf(one).replace(/^[^/]+\/Architecture\//, ''), text })),
  );
