import { rows } from './table';

// Prints the table for docs/add-to-cdk.md: npx tsx test/idioms/print.ts
console.log(['| what the app does | result | about it |', '| --- | --- | --- |', ...rows()].join('\n'));
