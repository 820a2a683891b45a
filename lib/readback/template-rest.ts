import { mapIn, type Json } from './document';
import { isObject, type Unrecognized } from './resource';

/** Everything in a template that is no resource here, and that CDK doesn't put into every template. */
export function rest({ Metadata: metadata, ...template }: Json, file: string): Unrecognized[] {
  const known = ['Resources', 'Outputs', 'Parameters', 'Rules', 'Description'];
  const sections = Object.entries(template).filter(([section]) => !known.includes(section));
  const foreign = Object.entries(mapIn(metadata, file, 'Metadata')).filter(([key]) => key !== 'Triptych');
  return [
    ...sections.flatMap(([section, body]) => leavesOf(section, body)),
    ...foreign.map(([key, value]) => ({ resource: 'Metadata', path: [key], value })),
  ];
}

/** The entries of a section that is no resource here; one without entries is an entry itself. */
function leavesOf(section: string, body: unknown): Unrecognized[] {
  const entries = isObject(body) ? Object.entries(body) : [];
  if (entries.length === 0) return [{ resource: section, path: [], value: body }];
  return entries.map(([key, value]) => ({ resource: section, path: [key], value }));
}
