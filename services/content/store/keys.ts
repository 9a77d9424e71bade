export const itemKey = (itemId: string) => ({ pk: `ITEM#${itemId}`, sk: 'ITEM' });

/** Versions sort as numbers: up to 99,999,999. */
export const revisionKey = (itemId: string, version: number) => ({
  pk: `ITEM#${itemId}`,
  sk: `REVISION#${String(version).padStart(8, '0')}`,
});

export const publicationKey = (publicationId: string) => ({ pk: `PUBLICATION#${publicationId}`, sk: 'PUBLICATION' });

/** An item without what only the table needs. */
export const withoutKeys = <Value>(item: Record<string, unknown>): Value => {
  const { pk, sk, listPk, listSk, ...value } = item;
  return value as Value;
};
