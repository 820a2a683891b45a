import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from './pages';

// Writes the pages that are generated from the data and the comments in the code.
for (const [page, text] of Object.entries(pages())) writeFileSync(join(__dirname, '..', 'docs', page), text);
