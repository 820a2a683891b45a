import { rows } from './table';

// Prints the table for docs/add-to-cdktf.md: npx tsx test/idioms/cdktf/print.ts
console.log(['| what the app does | result | about it |', '| --- | --- | --- |', ...rows()].join('\n'));
