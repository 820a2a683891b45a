// npm runs this where the package is installed from a git address: a repository has no `dist`. With a build, it does nothing.
// In a clone, `.npmrc` switches scripts off, so that `npm ci` doesn't build.
const { execSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
if (!existsSync(join(root, 'dist', 'lib', 'index.js')))
  execSync('npm run --silent build', { cwd: root, stdio: 'inherit' });
