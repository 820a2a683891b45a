import { join } from 'node:path';
import type { Input } from '@pulumi/pulumi';
import type { Cloud } from '../../lib/model/target';
import { ServerlessArchitecture } from '../../lib/render/pulumi';
import { recordInProcess } from '../../lib/synth/pulumi/in-process';
import { keepIn, writeRecording } from '../../lib/synth/recording-file';
import type { Json } from '../mutation/artefact';
import { temporaryFolder } from '../rendering';
import { shop } from './architecture';
import { comparesValues } from './cases';

const config = { 'gcp:project': 'shop-project', 'gcp:region': 'europe-west1' };

/** Compares the values of a program; `topic` makes a topic of the program's own, and `variables` are in a function. */
export function comparesProgram(
  cloud: Cloud,
  topic: (name: string) => Input<string>,
  variables: (functions: (type: string) => Json) => Json,
): void {
  const find = ({ resources }: Json, type: string): Json => resources.find((one: Json) => one.type === type);
  const root = (artefact: Json): Json => find(artefact, `triptych:${cloud}:ServerlessArchitecture`);

  comparesValues(`${cloud}-pulumi`, async () => {
    const folder = temporaryFolder();
    const program = () => {
      const parameters = { ownTopic: topic('own'), otherTopic: topic('other') };
      const { outputs } = new ServerlessArchitecture('shop', { cloud, architecture: shop, parameters });
      return { ...outputs };
    };
    const options = { project: 'app', stack: 'dev', keepFile: keepIn(folder), config };
    writeRecording(folder, await recordInProcess(program, options));
    return {
      folder,
      file: join(folder, 'resources.json'),
      variables: (artefact) => variables((type) => find(artefact, type).inputs),
      engineValues: (artefact) => root(artefact).outputs.engineValues,
      setOutput: (artefact, value) => (root(artefact).outputs.outputs.topic = value),
    };
  });
}
