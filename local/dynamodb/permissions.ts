import type { Permission } from '../aws/service.ts';

type Place = { region: string; accountId: string };
type Input = Readonly<Record<string, unknown>>;

/** What a DynamoDB operation needs: one permission a table or index that it touches, as IAM counts them. */
export const permissionsOf = (operation: string, input: Input, place: Place): Permission[] => {
  const action = `dynamodb:${operation}`;
  switch (operation) {
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(record(input.RequestItems)).map((name) => ({ action, resource: tableArn(name, place) }));
    case 'TransactWriteItems':
      return list(input.TransactItems).flatMap((item) => transactPermissions(item, place));
    case 'TransactGetItems':
      return list(input.TransactItems).map((item) => ({
        action: 'dynamodb:GetItem',
        resource: tableArn(record(record(item).Get).TableName, place),
      }));
    case 'ListTables':
    case 'ListStreams':
    case 'DescribeLimits':
    case 'DescribeEndpoints':
    case 'ListBackups':
    case 'ListGlobalTables':
    case 'ListExports':
    case 'ListImports':
      return [{ action, resource: '*' }];
    case 'ExecuteStatement':
      return [statementPermission(input.Statement, place)];
    case 'ExecuteTransaction':
      return list(input.TransactStatements).map((each) => statementPermission(record(each).Statement, place));
    case 'BatchExecuteStatement':
      return list(input.Statements).map((each) => statementPermission(record(each).Statement, place));
    default:
      return [{ action, resource: resourceOf(input, place) }];
  }
};

const resourceOf = (input: Input, place: Place): string => {
  const named = input.ResourceArn ?? input.StreamArn;
  if (typeof named === 'string') return named;
  const table = tableArn(input.TableName, place);
  return typeof input.IndexName === 'string' ? `${table}/index/${input.IndexName}` : table;
};

const TRANSACT_ACTIONS: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
};

const transactPermissions = (item: unknown, place: Place): Permission[] =>
  Object.entries(record(item)).map(([kind, write]) => ({
    action: TRANSACT_ACTIONS[kind] ?? `dynamodb:${kind}`,
    resource: tableArn(record(write).TableName, place),
  }));

/** PartiQL: `SELECT … FROM "table"."index"`, `INSERT INTO "table"`, `UPDATE "table"`, `DELETE FROM "table"`. */
const statementPermission = (statement: unknown, place: Place): Permission => {
  const text = String(statement).trim();
  const verb = /^(?:EXISTS\s*\(\s*)?(\w+)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const action = `dynamodb:PartiQL${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
  const clause = verb === 'update' ? /^update\s+/i : verb === 'insert' ? /\binto\s+/i : /\bfrom\s+/i;
  const rest = text.slice((clause.exec(text)?.index ?? 0) + (clause.exec(text)?.[0].length ?? 0));
  const [, quoted, bare, index] = /^(?:"([^"]+)"|([\w.-]+?))(?:\."([^"]+)")?(?=[\s({]|$)/.exec(rest) ?? [];
  const table = tableArn(quoted ?? bare ?? '', place);
  return { action, resource: index ? `${table}/index/${index}` : table };
};

/** The ARN of a table given by name or by ARN. */
export const tableArn = (name: unknown, { region, accountId }: Place): string => {
  const text = String(name ?? '');
  return text.startsWith('arn:') ? text : `arn:aws:dynamodb:${region}:${accountId}:table/${text}`;
};

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
