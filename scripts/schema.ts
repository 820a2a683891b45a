import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { jsonSchema } from '../lib/model/json-schema';
import { descriptions } from './descriptions';

// Writes `dist/schema.json`, with the comments in the source as descriptions.
const said = descriptions();
const schema = jsonSchema((fields) => said.get(fields.join('.')));
const folder = path.join(__dirname, '..', 'dist');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
