import { call } from '../aws/call.ts';
import type { ExecutionTree } from '../history/model.ts';
import { type Condition, ConditionNotReadError, holds, type Item } from './condition.ts';
import type { Definition } from './effects.ts';

/** What a conditional write would come to, were it made now. */
export type Claim = { state: string; passes: boolean | undefined; says: string };

type Write = { TableName?: string; Key?: Item; Item?: Item } & Partial<Condition>;

const writesIn = (text: string | undefined): Write[] => {
  try {
    const parameters = JSON.parse(text ?? '') as Write & { TransactItems?: readonly Record<string, Write>[] };
    const writes = parameters.TransactItems?.flatMap((item) => Object.values(item)) ?? [parameters];
    return writes.filter(
      ({ ConditionExpression, TableName }) => ConditionExpression !== undefined && TableName !== undefined,
    );
  } catch {
    return [];
  }
};

/** The attributes that a condition speaks of, as they are. */
const factsOf = (
  { ConditionExpression = '', ExpressionAttributeNames = {} }: Partial<Condition>,
  item: Item | undefined,
): string => {
  if (item === undefined) return 'there is no such record';
  const names = new Set(
    [...ConditionExpression.matchAll(/#\w+|\b[a-z]\w*\b/g)].flatMap(([token]) => ExpressionAttributeNames[token] ?? []),
  );
  const facts = [...names].map((name) => {
    const value = item[name];
    return `${name} is ${value === undefined ? 'not there' : (value.S ?? value.N ?? JSON.stringify(value))}`;
  });
  return facts.join(', ');
};

const catcherOf = (definition: Definition, state: string): string | undefined =>
  definition.States?.[state]?.Catch?.find(({ ErrorEquals = [] }) =>
    ErrorEquals.some((error) => /ConditionalCheckFailed|TransactionCanceled|States\.ALL/.test(error)),
  )?.Next;

/** A write's key alone: of a Put it is in the item. */
const keyOf = ({ Key, Item: item }: Write): Item | undefined =>
  Key ?? (item?.pk && item.sk ? { pk: item.pk, sk: item.sk } : undefined);

/**
 * Reads the records that conditional writes of the last run were made to, and says whether the same conditions hold now.
 * `renamed` puts the new execution's name in the place of the former, where the former is what claims go by. A state that has
 * not run yet has no known key and is left out. Throws `AwsCallError`.
 */
export const checkClaims = async (
  tree: ExecutionTree,
  definition: Definition,
  states: ReadonlySet<string>,
  renamed?: { from: string; to: string },
): Promise<Claim[]> => {
  const found = tree.visits.filter(
    ({ name, parent, resource = '' }) => parent === undefined && states.has(name) && /:dynamodb:/.test(resource),
  );
  const claims = await Promise.all(
    found.map(async ({ name, attempts }): Promise<Claim[]> => {
      const text = attempts.at(-1)?.parameters;
      const writes = writesIn(renamed ? text?.replaceAll(renamed.from, renamed.to) : text);
      return Promise.all(writes.map((write) => check(name, write, catcherOf(definition, name))));
    }),
  );
  return claims.flat();
};

const check = async (state: string, write: Write, catcher: string | undefined): Promise<Claim> => {
  const Key = keyOf(write);
  if (!Key || !write.TableName)
    return { state, passes: undefined, says: 'The record that it asks about is not known.' };
  const { Item: item } = (await call('dynamodb', 'GetItem', {
    TableName: write.TableName,
    Key: Key as never,
    ConsistentRead: true,
  })) as { Item?: Item };
  const facts = factsOf(write, item);
  try {
    const passes = holds({ ...write, ConditionExpression: write.ConditionExpression ?? '' }, item);
    const after = catcher ? `it goes on with ${catcher}` : 'it fails there';
    return {
      state,
      passes,
      says: passes
        ? `Its condition holds now (${facts}): it is carried out.`
        : `Its condition does not hold (${facts}): ${after}.`,
    };
  } catch (error) {
    if (!(error instanceof ConditionNotReadError)) throw error;
    return { state, passes: undefined, says: `${error.message} Now ${facts}.` };
  }
};
