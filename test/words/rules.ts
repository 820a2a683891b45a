/** Texts are of three kinds: prose of a page, a string in the code, and a docstring. */
export type Kind = 'page' | 'string' | 'docstring';

/** A way of writing that this project avoids. */
export interface Rule {
  /** Matches an offence. A space in it stands for any white space, so that it matches across lines. */
  readonly pattern: RegExp;
  readonly instead: string;
  /** A text that the rule refuses. */
  readonly wrong: string;
  /** The same thing in plain English, which every rule accepts. */
  readonly right: string;
  /** @default all kinds of text */
  readonly kinds?: readonly Kind[];
}

const cloud =
  '(?:AWS|Google(?: Cloud)?|[Tt]he clouds?|[Cc]louds|Lambda|ECS|SQS|SNS|S3|DynamoDB|CloudFormation|EventBridge(?: Scheduler)?|(?:API )?Gateway|Cloud (?:Run|Functions|Scheduler|Storage|Logging|Monitoring)|Pub/Sub|Firestore|Secret Manager|Terraform|Pulumi|CDK|CDKTF)';

/** The rules, in the order in which they are tried. */
export const rules: readonly Rule[] = [
  {
    pattern: /\bknow(?:s|ing)? (?:no|nothing|neither)\b/i,
    instead: 'has no …, does not support …',
    wrong: 'a scheduler knows no dead letters',
    right: 'Cloud Scheduler has no dead-letter queue',
  },
  {
    pattern: new RegExp(
      `\\b${cloud} (?:never |only |also |(?:doesn't|don't|can't|didn't|does not|do not) )?(?:know|tell|ask|let|want|see|take|forget|give)s?\\b`,
    ),
    instead: 'a cloud or an engine supports, accepts, reads, returns, requires, allows, removes',
    wrong: "Lambda doesn't know the version of Go",
    right: "Lambda doesn't record the version of Go",
  },
  {
    pattern: /\bwhom\b|\btells? (?:people|users)\b/i,
    instead: 'callers that …, text for people: …',
    wrong: 'the element whom a job calls',
    right: 'the element that a job calls',
  },
  {
    pattern: /\b(?:just )?(?:so|as) many(?! (?:[\w-]+ ){0,3}as\b)\b/i,
    instead: 'exactly, that many, the same number of',
    wrong: 'as many workers are warm, from a moment on',
    right: 'from a point in time, exactly this number of workers is warm',
    kinds: ['page', 'string'],
  },
  {
    pattern: /\bat the (?:most|least)\b/i,
    instead: 'at most, at least (and before the number)',
    wrong: 'There are 100 instances at the most',
    right: 'Scales to at most 100 instances',
  },
  {
    pattern: /\banew\b/i,
    instead: 'again, as a new …',
    wrong: 'writes the file anew',
    right: 'writes the file again',
  },
  {
    pattern: /(?<!\blea(?:ve|ves|ving) (?:\S+ ){0,4})\balone\b/i,
    instead: 'only',
    wrong: 'on aws alone',
    right: 'on aws only, and it leaves the others alone',
  },
  {
    pattern: /\bby (?:itself|themselves)\b/i,
    instead: 'automatically, separately, directly, on its own',
    wrong: 'the next time comes by itself',
    right: 'the job runs again automatically',
  },
  {
    pattern: /\bfor good\b/i,
    instead: 'permanently',
    wrong: 'messages that fail for good',
    right: 'messages that fail permanently',
  },
  {
    pattern: /\b(?:to|on) the safe side\b/i,
    instead: 'never more than, never less than',
    wrong: 'rounded to the safe side',
    right: 'rounded up',
  },
  {
    pattern: /\b(?:holds?|held) to (?!(?:aws|gcp)\b)/i,
    instead: 'is checked against, follows, matches',
    wrong: 'the artifacts are held to the schemas of the vendors',
    right: 'the artifacts are checked against the schemas of the vendors',
  },
  {
    pattern: /\b(?:makes?|made) of (?:a|an|the|it|them|its|what)\b/i,
    instead: 'becomes, is rendered as',
    wrong: 'what a target makes of a field',
    right: 'the rendering of a field on a target',
  },
  {
    pattern: /\bwhat (?:is|was|are) (?:[\w`'-]+ ){1,5}(?:is|are|was)\b/i,
    instead: 'subject first: the thing, then what happens to it',
    wrong: 'what is left over is unrecognized',
    right: 'the remaining properties are unrecognized',
    kinds: ['page', 'string'],
  },
  {
    pattern:
      /(?:^|[.!?] |\| |- )(?:Who|Whoever|What|Whatever)\b(?! (?:is|are|does|happens) [^.|]*(?:\?|$))(?![^.!|]*\?)/m,
    instead: 'the subject first: "Messages that fail …", "If you need …"',
    wrong: 'What fails goes to the dead-letter queue.',
    right: 'Messages that fail go to the dead-letter queue.',
    kinds: ['page', 'string'],
  },
  {
    pattern: /\bbut for\b/i,
    instead: 'except',
    wrong: 'takes everything away but for tables',
    right: 'deletes everything except tables',
  },
  {
    pattern: /\bas (?:[\w-]+ ){1,4}(?:has|have|had|says?|takes?|knows?) it\b/i,
    instead: 'as documented by …, in the form of …',
    wrong: 'in UTC, as ISO 8601 has it',
    right: 'in UTC, in the form of ISO 8601',
  },
  {
    pattern: /(?<![\w/`-])grounds?(?![\w/-])/i,
    instead: 'foundation',
    wrong: 'the ground that services stand on',
    right: 'the foundation that services need',
    kinds: ['page', 'string'],
  },
  {
    pattern: /\bartefact(?:s|'s)?\b/i,
    instead: 'artifact',
    wrong: 'a folder of artefacts',
    right: 'a folder of artifacts',
    kinds: ['page', 'string'],
  },
  {
    pattern: /\bsays? nothing (?:without|there|here|where)\b/i,
    instead: 'has no effect',
    wrong: 'says nothing without a schedule',
    right: 'has no effect without a schedule',
  },
  {
    pattern: /\b(?:take|takes|taken|taking|took)(?: \S+){0,2} down\b/i,
    instead: 'destroy',
    wrong: 'how a stack is taken down',
    right: 'how to destroy a stack',
  },
  {
    pattern: /\bnothing but\b/i,
    instead: 'only',
    wrong: 'calls that do nothing but answer',
    right: 'calls that only answer',
  },
  {
    pattern: /\b(?:nothing|nobody|none) any more\b/i,
    instead: 'no longer … anything',
    wrong: 'a declaration that matches nothing any more',
    right: 'a declaration that no longer matches anything',
  },
  {
    pattern: /\bfor want of\b|\blest\b/i,
    instead: 'because … is missing',
    wrong: 'left empty for want of a compiler',
    right: 'left empty because no compiler was found',
  },
  {
    pattern: /\bevery so often\b|\bnow and then\b/i,
    instead: 'periodically, at an interval',
    wrong: 'invokes them every so often',
    right: 'invokes them at an interval',
  },
  {
    pattern: /\b(?:lies?|lay) (?:there|in|at|under|below|beside|outside|elsewhere|somewhere)\b/i,
    instead: 'is, are, is stored in',
    wrong: 'artifacts that lie there',
    right: 'artifacts in that folder',
    kinds: ['page', 'string'],
  },
  {
    pattern: /\bstands? (?:in(?! for)|below|above|here|there|at)\b/i,
    instead: 'is in, is described in, see',
    wrong: 'how it works stands in the guide',
    right: 'for how it works, see the guide',
    kinds: ['page', 'string'],
  },
  {
    pattern: /(?:^|[.:] )(?:Judged|Counted|Kept|Shown|Listed) (?:is|are)\b/m,
    instead: 'subject first',
    wrong: 'Judged is the part below its path.',
    right: 'The comparison covers resources below its path.',
  },
  {
    pattern:
      /\b(?:of|by|from) (?:Google|Pulumi|Terraform|Amazon|Lambda|CloudWatch|EventBridge|Pub\/Sub|Node|AWS|CDK)'s(?= (?:that|which|is|are|and|or|for|in|on|with|to|own)\b|[,.;:)]|$)/m,
    instead: 'the possessive without "of": CloudWatch alarms, Google services',
    wrong: "On AWS they are alarms of CloudWatch's.",
    right: 'On AWS they are CloudWatch alarms.',
  },
  {
    pattern: /\b(?:somebody|anybody|nobody) else's\b|\baffair\b/i,
    instead: "another team's, … is responsible for",
    wrong: "credentials are the engine's own affair",
    right: 'the engine is responsible for credentials',
  },
  {
    pattern: /^(?:What|Who|Whose|Whom|Whether|Where|How)\b/,
    instead: 'begin with a noun or a verb of behaviour: "True if …", "Reads …", "Resources that …"',
    wrong: 'What stands for a function in a CDK app.',
    right: 'Constructs created for a function in a CDK app.',
    kinds: ['docstring'],
  },
  {
    pattern: /(?:[^\s.!?:;|]+ ){30,}[^\s.!?:;|]+/,
    instead: 'at most 25 words: one idea per sentence',
    wrong: Array(31).fill('word').join(' '),
    right: 'One idea. And another one.',
    kinds: ['page'],
  },
];
