import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../lib/model/target';

/** The file with the resources, below a target's folder, and the files beside it that name its hash. */
const places: Readonly<Record<Target, (architecture: string) => { document: string; naming: readonly string[] }>> = {
  'aws-cdk': (architecture) => ({
    document: `${architecture}.template.json`,
    naming: ['manifest.json', `${architecture}.assets.json`],
  }),
  'gcp-cdktf': (architecture) => ({ document: join('stacks', architecture, 'cdk.tf.json'), naming: [] }),
  'aws-pulumi': () => ({ document: 'resources.json', naming: [] }),
  'gcp-pulumi': () => ({ document: 'resources.json', naming: [] }),
};

/** The path of the document below a target's folder. */
export const documentOf = (target: Target, architecture: string): string => places[target](architecture).document;

/** The document of a rendered artefact that says what is deployed. Whoever changes it also changes its hash elsewhere. */
export class Document {
  readonly text: string;
  private readonly file: string;
  private readonly naming: ReadonlyMap<string, string>;

  constructor(target: Target, folder: string, architecture: string) {
    const { document, naming } = places[target](architecture);
    this.file = join(folder, document);
    this.text = readFileSync(this.file, 'utf8');
    this.naming = new Map(naming.map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')]));
  }

  /** Puts another document in place of the one that was rendered. */
  write(text: string): void {
    writeFileSync(this.file, text);
    for (const [file, content] of this.naming) writeFileSync(file, content.replaceAll(hashOf(this.text), hashOf(text)));
  }

  restore(): void {
    this.write(this.text);
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
