// Builds what is packed from nothing, and refuses to publish a package whose readers would find no source and no issues.
const { execSync } = require('node:child_process');
const { rmSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const { repository, homepage, bugs } = require('../package.json');
const placeholder = [repository.url, homepage, bugs.url].find((url) => /\.invalid\b/.test(url));
if (process.env.npm_command === 'publish' && placeholder !== undefined) {
  console.error(`package.json: ${placeholder} is a placeholder: set repository, homepage and bugs before you publish`);
  process.exit(1);
}
rmSync(join(root, 'dist'), { recursive: true, force: true });
execSync('npm run --silent build', { cwd: root, stdio: 'inherit' });
// Where `.npmrc` has npm put the package. Without it, as without this script, `npm pack` fails.
mkdirSync(join(root, 'dist', 'requires--ignore-scripts=false'));
