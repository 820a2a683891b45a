// Moves the package from where `.npmrc` puts it to `dist`, and removes that folder: `npm pack` without scripts must fail.
const { existsSync, readdirSync, renameSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const dist = join(__dirname, '..', 'dist');
const place = join(dist, 'requires--ignore-scripts=false');
if (existsSync(place)) {
  for (const name of readdirSync(place)) renameSync(join(place, name), join(dist, name));
  rmSync(place, { recursive: true });
}
