import { AwsError } from '../aws/error.ts';
import type { PolicyStatement } from '../aws/principal.ts';
import { remember } from '../remember.ts';

/** A policy document as templates and APIs have it. */
export type PolicyDocument = { Version?: string; Id?: string; Statement?: PolicyStatement | PolicyStatement[] };

/** The statements of a document. */
export const statementsOf = ({ Statement = [] }: PolicyDocument = {}): PolicyStatement[] =>
  Array.isArray(Statement) ? Statement : [Statement];

/** Texts kept parsed. */
const KEPT = 1000;

/** The statements of a policy that is kept as text; none where there is no text. */
export const statementsIn = (text: string | undefined): readonly PolicyStatement[] => (text ? parsed(text) : []);

const parsed = remember(KEPT, (text: string) => statementsOf(JSON.parse(text) as PolicyDocument));

const MEMBERS = ['Version', 'Id', 'Statement'];

/** Throws `code` for a text that is no policy of a resource: not JSON, without statements, or with one that lacks a part. */
export const checkPolicy = (text: string, code = 'MalformedPolicy'): void => {
  const refuse = (why: string): AwsError => new AwsError(code, `The policy is not valid: ${why}.`, 400);
  let document: PolicyDocument;
  try {
    document = JSON.parse(text);
  } catch {
    throw refuse('it is not JSON');
  }
  if (typeof document !== 'object' || document === null) throw refuse('it is not an object');
  const unknown = Object.keys(document).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) throw refuse(`it has an unknown member ${unknown}`);
  const statements = statementsOf(document);
  if (statements.length === 0) throw refuse('it has no statement');
  for (const [index, statement] of statements.entries()) {
    const where = `statement ${statement.Sid ?? index + 1}`;
    if (statement.Effect !== 'Allow' && statement.Effect !== 'Deny') throw refuse(`Effect of ${where} is missing`);
    if (!statement.Action && !statement.NotAction) throw refuse(`Action of ${where} is missing`);
    if (!statement.Principal && !statement.NotPrincipal) throw refuse(`Principal of ${where} is missing`);
    if (!statement.Resource && !statement.NotResource) throw refuse(`Resource of ${where} is missing`);
  }
};
