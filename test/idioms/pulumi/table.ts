import type { Cloud } from '../../../lib/model/target';
import { compute as computeOnAws } from './aws/compute';
import { data as dataOnAws } from './aws/data';
import { messaging as messagingOnAws } from './aws/messaging';
import { program as programOnAws } from './aws/program';
import { compute as computeOnGcp } from './gcp/compute';
import { data as dataOnGcp } from './gcp/data';
import { messaging as messagingOnGcp } from './gcp/messaging';
import { program as programOnGcp } from './gcp/program';
import type { Idiom } from './idiom';
import { optionsOn } from './options';

/** A part of the table. */
export interface Section {
  readonly title: string;
  readonly cloud: Cloud;
  readonly idioms: readonly Idiom<Cloud>[];
  /** False for a section with the same rows as another one. @default true */
  readonly isWritten?: boolean;
}

const section = <C extends Cloud>(title: string, cloud: C, idioms: readonly Idiom<C>[], isWritten = true): Section => ({
  title,
  cloud,
  idioms: idioms as readonly Idiom<Cloud>[],
  isWritten,
});

/** All idioms. Those of options are the same on both clouds. */
export const sections: readonly Section[] = [
  section('Options of the component', 'aws', optionsOn('aws')),
  section('Options of the component', 'gcp', optionsOn('gcp'), false),
  section('AWS', 'aws', [...computeOnAws, ...messagingOnAws, ...dataOnAws, ...programOnAws]),
  section('Google Cloud', 'gcp', [...computeOnGcp, ...messagingOnGcp, ...dataOnGcp, ...programOnGcp]),
];

/** The rows of a section's table in docs/add-to-pulumi.md. */
export const rowsOf = ({ idioms }: Section): string[] =>
  idioms.map(({ code, breaks, error, note }) => {
    const result = breaks !== undefined ? 'breaks' : error !== undefined ? 'error' : 'works';
    const quoted = breaks ?? error;
    const what = [quoted && `\`${quoted}\``, note].filter((one) => one !== undefined).join('; ');
    return `| \`${code}\` | ${result} | ${what} |`;
  });
