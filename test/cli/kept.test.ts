import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { main } from '../../lib/cli/main';
import type { Report } from '../../lib/equivalence/report';

const architecture = 'examples/provisioned/architecture.node.yaml';
const stack = 'gcp-cdktf/stacks/provisioned-node';

/** Files of a user's own: each stays at the next synthesis, and isn't judged. */
const kept: Readonly<Record<string, string | Uint8Array>> = {
  [`${stack}/.terraform.lock.hcl`]: 'provider "x" {}',
  [`${stack}/errored.tfstate`]: '{}',
  [`${stack}/prod.auto.tfvars`]: 'region = "europe-west1"\n',
  [`${stack}/prod.gcs.tfbackend`]: 'bucket = "b"\n',
  [`${stack}/release`]: zipSync({ tfplan: new Uint8Array(8) }),
  [`${stack}/terraform.provisioned-node.tfstate`]: '{}',
  [`${stack}/terraform.provisioned-node.tfstate.backup`]: '{}',
  [`${stack}/terraform.tfvars`]: 'project = "my-project"\n',
  [`${stack}/x.auto.tfvars.json`]: '{ "project": "my-project" }',
};

let folder: string;
let out: string;
let said: { out: string; err: string };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-kept-'));
  out = join(folder, 'out');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<number> {
  said = { out: '', err: '' };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text)))),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text)))),
  ];
  try {
    return await main(args);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
const synth = () => run('synth', architecture, '--out', out, '--target', 'gcp-cdktf');
const verify = (...more: string[]) => run('verify', architecture, '--from', out, ...more);

test('synth and verify agree on which files are the own ones of a user', async () => {
  expect(await synth()).toBe(0);
  for (const [path, content] of Object.entries(kept)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content, { mode: 0o600 });
  }
  expect(await synth()).toBe(0);
  for (const [path, content] of Object.entries(kept)) {
    expect(readFileSync(join(out, path))).toEqual(Buffer.from(content));
    expect(statSync(join(out, path)).mode & 0o777).toBe(0o600);
  }
  expect(await verify('--json')).toBe(0);
  const { unjudged, notJudged } = JSON.parse(said.out) as Report;
  expect([...unjudged].sort()).toEqual(Object.keys(kept).sort());
  expect(notJudged).toEqual([]);
  expect(await verify()).toBe(0);
  expect(said.out).toContain(`${stack}/terraform.tfvars`);
});

test.each(['override.tf.json', 'notes.txt', 'x.auto.tofu'])('synth keeps, and verify reports, %s', async (name) => {
  const path = join(out, stack, name);
  writeFileSync(path, '{}');
  expect(await verify()).toBe(1);
  expect(said.out).toContain(`stacks/provisioned-node/${name}`);
  expect(await synth()).toBe(1);
  expect(said.err).toContain(`holds ${stack}/${name}, not written by triptych synth: choose another folder, or move`);
  expect(existsSync(path)).toBe(true);
  rmSync(path);
  expect(await verify()).toBe(0);
});
