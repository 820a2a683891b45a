import { ArchitectureError } from '../model/problem';

/** The error about an output for which a stack has the name already: of another architecture, or of the app's own. */
export const takenOutput = (name: string, stack: string, by: string): ArchitectureError =>
  new ArchitectureError([
    {
      severity: 'error',
      path: `outputs.${name}`,
      message: `exportOutputs: the stack ${stack} has an output of this name already, from ${by}`,
      hint: 'rename one of the two, or leave exportOutputs out and make outputs of your own from the property `outputs`',
    },
  ]);
