import { defaultEnvironment } from '../model/environment';
import { mapIn, type Json } from './document';
import type { Registration } from './registration';
import { equal, type Unrecognized } from './resource';

/** Everything in a recording that is no registration, and that the recorder doesn't write. */
export function rest(recording: Json, file: string, { urn, outputs = {} }: Registration): Unrecognized[] {
  const known = ['version', 'project', 'stack', 'resources', 'invokes', 'outputs'];
  const foreign = Object.keys(recording).filter((key) => !known.includes(key));
  // The component's outputs and the program's have to be the same.
  const said = mapIn(outputs['outputs'], file, 'outputs of the architecture');
  const told = mapIn(recording['outputs'], file, 'outputs');
  const names = Object.keys({ ...said, ...told }).filter((name) => !equal(said[name], told[name]));
  return [
    ...foreign.map((key) => ({ resource: 'resources.json', path: [key], value: recording[key] })),
    ...names.map((name) => ({ resource: urn, path: ['outputs', 'outputs', name], value: said[name] })),
  ];
}

/** The differences between the project and stack of a recording and those of a program with only the architecture. */
export function inOtherProgram(recording: Json, { outputs = {} }: Registration): Unrecognized[] {
  const right: Json = { project: outputs['architecture'], stack: outputs['env'] ?? defaultEnvironment };
  const { where } = outputs;
  return [
    ...Object.keys(right)
      .filter((key) => recording[key] !== right[key])
      .map((key) => ({ resource: 'resources.json', path: [key], value: recording[key] })),
    ...(where === undefined ? [] : [{ resource: 'the stamp', path: ['where'], value: where }]),
  ];
}
