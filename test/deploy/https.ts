import { readFileSync, writeFileSync } from 'node:fs';
import { caseNamed } from './cases';
import type { Change, Deployment, Rig } from './rig';

const certificateArn = `arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012`;

/** The last word of a type, in lower case: `AWS::EC2::SecurityGroup`, `aws:ec2/securityGroup:SecurityGroup`. */
const wordOf = ({ type }: Change): string => type.split(':').at(-1)!.toLowerCase();

const said = (changes: readonly Change[]): string[] =>
  [...new Set(changes.map((change) => `${change.action} ${wordOf(change)}`))].sort();

/** Changes an architecture from plain HTTP to HTTPS and back, each in one deployment, under one engine. */
export function changesToHttps(
  rig: Rig,
  words: { readonly rule: string; readonly added: string; readonly removed: string },
): void {
  describe(`HTTPS on ${rig.target}`, () => {
    let deployment: Deployment;
    const edit = (from: string, to: string): void => {
      const text = readFileSync(deployment.file, 'utf8');
      if (!text.includes(from)) throw new Error(`there is no ${from} in ${text}`);
      writeFileSync(deployment.file, text.replace(from, to));
    };
    beforeAll(async () => (deployment = await rig.open(caseNamed('web'))));
    afterAll(() => deployment?.end());

    test('comes and goes without another load balancer, and with a new rule for each service', async () => {
      const before = await deployment.deploy();
      edit('insecure: true', `https: { aws: { certificateArn: '${certificateArn}' } }`);
      const there = said(await deployment.changes());
      expect(there).toEqual(expect.arrayContaining(['create listener', 'update listener', words.rule, words.added]));
      expect(there.filter((one) => /(?:replace|delete) (?!listenerrule)/.test(one))).toEqual([]);
      const secure = await deployment.deploy();
      expect(secure['url']).toEqual(String(before['url']).replace('http://', 'https://'));
      expect(await deployment.changes()).toEqual([]);

      edit(`https: { aws: { certificateArn: '${certificateArn}' } }`, 'insecure: true');
      const back = said(await deployment.changes());
      expect(back).toEqual(expect.arrayContaining(['delete listener', 'update listener', words.rule, words.removed]));
      expect(await deployment.deploy()).toEqual(before);
      expect(await deployment.changes()).toEqual([]);
    });
  });
}
