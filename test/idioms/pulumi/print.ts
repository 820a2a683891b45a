import { rowsOf, sections } from './table';

// Prints the tables for docs/add-to-pulumi.md: npx tsx test/idioms/pulumi/print.ts
for (const section of sections.filter(({ isWritten }) => isWritten))
  console.log(
    [`### ${section.title}`, '', '| what the program does | result | about it |', '| --- | --- | --- |']
      .concat(rowsOf(section), '')
      .join('\n'),
  );
