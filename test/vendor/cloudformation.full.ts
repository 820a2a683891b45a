import { Peer, Port } from 'aws-cdk-lib/aws-ec2';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';
import { stage } from '../rendering';
import { acknowledged } from './acknowledged';
import { architectures, namesOn, read, renamed, renderAll, type Json } from './architectures';
import { isOpen, linesOf, matches, nag, validate, type Finding } from './findings';

type ByName<T> = ReadonlyMap<string, T>;

let validated: ByName<readonly Finding[]>;
let nagged: ByName<readonly Finding[]>;

/** What CDK makes of an architecture, and what cdk-nag finds after an app has changed it. */
function nagAfter(name: string, change: (made: ServerlessArchitecture) => void = () => undefined): readonly Finding[] {
  const { text, parameters } = architectures[name]!;
  return nag((stack) => {
    change(new ServerlessArchitecture(stack, 'Architecture', { architecture: stage({ text }), parameters }));
  });
}

beforeAll(async () => {
  const files = [...(await renderAll('aws-cdk'))];
  const templates = new Map(files.map(([name, file]): [string, Json] => [name, read(file)]));
  const edited = templates.get('everything')!;
  validated = validate(new Map([...templates, ['renamed', renamed(edited, 'MemorySize', 'MemorySizeMiB')]]));
  nagged = new Map(namesOn('aws-cdk').map((name) => [name, nagAfter(name)]));
});

test.each(namesOn('aws-cdk'))("CloudFormation's own validation finds nothing in %s", (name) => {
  expect(linesOf(validated.get(name)!.filter(isOpen))).toEqual([]);
});

test.each(namesOn('aws-cdk'))('cdk-nag finds nothing in %s that is not acknowledged', (name) => {
  expect(linesOf(nagged.get(name)!.filter(isOpen))).toEqual([]);
});

test('everything that is acknowledged is still found', () => {
  const found = [...validated, ...nagged].flatMap(([, findings]) => findings);
  expect(acknowledged.filter((one) => !found.some((finding) => matches(finding, one)))).toEqual([]);
});

test('what is acknowledged in one place is open in every other', () => {
  const opened = nagAfter('web/architecture.yaml', ({ services }) => {
    services['web']!.securityGroup.addIngressRule(Peer.anyIpv4(), Port.tcp(80));
  });
  expect(linesOf(opened.filter(isOpen))).toEqual([
    'AwsSolutions-EC23 services/web/SecurityGroup/Resource ' +
      'The Security Group allows for 0.0.0.0/0 or ::/0 inbound access.',
  ]);
});

test('fails on a name that a target and its reader agree on, and CloudFormation does not know', () => {
  expect(linesOf(validated.get('renamed')!.filter(isOpen)).sort()).toEqual(
    ['answers', 'catches', 'catches/Warmer', 'hides', 'reads', 'serves', 'writes'].map(
      (place) =>
        `F3002 functions/${place}/Function/Resource MemorySizeMiB: ` +
        "Additional properties are not allowed ('MemorySizeMiB' was unexpected)",
    ),
  );
});
