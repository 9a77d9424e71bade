type Value = Readonly<Record<string, unknown>>;

const KB = 1024;
const utf8 = new TextEncoder();

const bytesOf = (text: string): number => utf8.encode(text).length;

/**
 * What an attribute takes, as DynamoDB counts it: numbers about a byte for two digits and one more; a list or a map 3 bytes
 * and one an element.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
const attributeBytes = (value: Value): number => {
  const [type, held] = Object.entries(value)[0] ?? [];
  if (Array.isArray(held)) {
    const each = held.map((element) =>
      type === 'L' ? 1 + attributeBytes(element as Value) : attributeBytes({ [String(type).charAt(0)]: element }),
    );
    return (type === 'L' ? 3 : 0) + each.reduce((sum, bytes) => sum + bytes, 0);
  }
  if (type === 'M') return 3 + Object.keys(held as Value).length + itemBytes(held as Value);
  if (type === 'N') return Math.ceil(String(held).replace(/\D/g, '').length / 2) + 1;
  if (type === 'B') return Math.ceil((String(held).length * 3) / 4);
  return typeof held === 'string' ? bytesOf(held) : 1;
};

/** The bytes of an item in DynamoDB's own JSON. */
export const itemBytes = (item: Value): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytesOf(name) + attributeBytes((value ?? {}) as Value), 0);

/** Units of a request; `known` is false where the size of an item is not told, and the least is counted. */
export type Units = { writes: number; reads: number; known: boolean };

const written = (item: unknown): number => Math.max(1, Math.ceil(itemBytes((item ?? {}) as Value) / KB));
const read = (bytes: number): number => Math.max(1, Math.ceil(bytes / (4 * KB)));

type Write = { Put?: { Item?: unknown }; Update?: object; Delete?: object; ConditionCheck?: object };

/** The request units of a call of DynamoDB, from what it was asked and what it answered. */
export const unitsOf = (operation: string, asked: Value, answer: Value | undefined): Units => {
  const consistency = asked.ConsistentRead === true ? 1 : 0.5;
  switch (operation) {
    case 'putItem':
      return { writes: written(asked.Item), reads: 0, known: true };
    case 'updateItem':
    case 'deleteItem': {
      const whole = asked.ReturnValues === 'ALL_NEW' || asked.ReturnValues === 'ALL_OLD';
      return { writes: written(answer?.Attributes), reads: 0, known: whole && answer?.Attributes !== undefined };
    }
    case 'transactWriteItems': {
      const items = (asked.TransactItems ?? []) as Write[];
      // Each is prepared and committed: two units a KB.
      const writes = items.reduce((sum, { Put }) => sum + 2 * written(Put?.Item), 0);
      return { writes, reads: 0, known: items.every(({ Put }) => Put !== undefined) };
    }
    case 'getItem':
      return { writes: 0, reads: consistency * read(itemBytes((answer?.Item ?? {}) as Value)), known: true };
    case 'query': {
      const items = (answer?.Items ?? []) as Value[];
      const bytes = items.reduce((sum, item) => sum + itemBytes(item), 0);
      return { writes: 0, reads: consistency * read(bytes), known: asked.FilterExpression === undefined };
    }
    default:
      return { writes: 0, reads: 0, known: false };
  }
};
