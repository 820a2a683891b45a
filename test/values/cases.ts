import { readFileSync, writeFileSync } from 'node:fs';
import type { Difference } from '../../lib/equivalence/difference';
import type { Target } from '../../lib/model/target';
import { propSource } from '../../lib/settings/flags';
import { verifyFrom } from '../../lib/verify/verify';
import type { Json } from '../mutation/artefact';
import { shop } from './architecture';

/** An artifact of an app with `shop`, and the places in it that the cases change. */
export interface AppArtefact {
  readonly folder: string;
  /** The JSON with the resources. */
  readonly file: string;
  readonly variables: (artefact: Json) => Json;
  readonly engineValues: (artefact: Json) => Json;
  /** A value as the stamp has it. @default as it is elsewhere */
  readonly stamped?: (value: Json) => Json;
  readonly setOutput: (artefact: Json, value: Json) => void;
}

/** One edit, and the paths of the differences that it makes. */
interface Case {
  readonly what: string;
  readonly make: (places: Places) => void;
  readonly seen: readonly string[];
}

interface Places {
  readonly variables: Json;
  readonly engineValues: Json;
  readonly stamped: (value: Json) => Json;
  readonly setOutput: (value: Json) => void;
}

const ownTopic = 'functions.orders.environment.OWN_TOPIC';

const cases: readonly Case[] = [
  {
    what: 'a plain text in place of the value',
    make: ({ variables }) => (variables.OWN_TOPIC = 'own-topic'),
    seen: [ownTopic],
  },
  {
    what: 'another value from the app in its place',
    make: ({ variables }) => (variables.OWN_TOPIC = variables.OTHER_TOPIC),
    seen: [ownTopic],
  },
  {
    what: 'a value of the architecture in its place',
    make: ({ variables }) => (variables.OWN_TOPIC = variables.TABLE),
    seen: [ownTopic],
  },
  { what: 'no value in its place', make: ({ variables }) => delete variables.OWN_TOPIC, seen: [ownTopic] },
  {
    what: 'another text around the value',
    make: ({ variables }) => (variables.MIXED = JSON.parse(JSON.stringify(variables.MIXED).replace('"a-', '"b-'))),
    seen: ['functions.orders.environment.MIXED'],
  },
  {
    what: 'a value from the app in place of a reference',
    make: ({ variables }) => (variables.TABLE = variables.OWN_TOPIC),
    seen: ['functions.orders.environment.TABLE'],
  },
  {
    what: 'one more variable',
    make: ({ variables }) => (variables.MORE = variables.OWN_TOPIC),
    seen: ['functions.orders.environment.MORE'],
  },
  {
    what: 'a plain text as output',
    make: ({ setOutput }) => setOutput('own-topic'),
    seen: ['outputs.topic'],
  },
  {
    what: 'a stamp with one more parameter',
    make: ({ engineValues, stamped }) => (engineValues.more = stamped('x')),
    seen: ['engineValues.more'],
  },
  {
    what: 'a stamp and a variable that point into the architecture',
    make: ({ engineValues, variables, stamped }) => {
      variables.OTHER_TOPIC = variables.TABLE;
      engineValues.otherTopic = stamped(variables.TABLE);
    },
    seen: ['functions.orders.environment.OTHER_TOPIC', '!the stamp.engineValues.otherTopic'],
  },
];

/** Compares the artifact of an app as it is, and after each edit. */
export function comparesValues(target: Target, make: () => Promise<AppArtefact>): void {
  let app: AppArtefact;
  beforeAll(async () => {
    app = await make();
  });

  const differences = async (): Promise<readonly Difference[]> => {
    const source = propSource();
    const request = { architecture: shop, targets: [target], parameters: {}, source };
    return (await verifyFrom(app.folder, request)).compared.differences;
  };

  const differencesAfter = async (edit: (places: Places) => void): Promise<readonly Difference[]> => {
    const { file, variables, engineValues, stamped = (value) => value, setOutput } = app;
    const text = readFileSync(file, 'utf8');
    const artefact = JSON.parse(text);
    edit({
      variables: variables(artefact),
      engineValues: engineValues(artefact),
      stamped,
      setOutput: (value) => setOutput(artefact, value),
    });
    writeFileSync(file, JSON.stringify(artefact));
    try {
      return await differences();
    } finally {
      writeFileSync(file, text);
    }
  };

  it('is equivalent: each value is the one that the app gave', async () => {
    expect(await differences()).toEqual([]);
  });

  it('states what a value from the app points at', async () => {
    const [difference] = await differencesAfter(({ variables }) => (variables.MORE = variables.OWN_TOPIC));
    expect(difference!.actual).toEqual({ at: expect.any(String), attribute: expect.any(String) });
  });

  it.each(cases)('differs with $what', async ({ make: edit, seen }) => {
    expect((await differencesAfter(edit)).map(({ path }) => path).sort()).toEqual([...seen].sort());
  });

  it('fails without the value in the stamp', async () => {
    await expect(differencesAfter(({ engineValues }) => delete engineValues.ownTopic)).rejects.toThrow(
      'functions.orders.environment.MIXED: parameter ownTopic has no value',
    );
  });
}
