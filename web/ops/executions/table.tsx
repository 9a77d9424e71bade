import { Space, useRowKeys, useRowsInView } from '@marquee/ui/app/rows-in-view.tsx';
import { useEffect } from 'react';
import type { Insight } from './insight.ts';
import type { Row } from './row.ts';
import { RowView } from './row-view.tsx';
import type { ListEntry } from './select-rows.ts';
import { entryKey, type Selection } from './use-list.ts';

export type TableProps = {
  entries: readonly ListEntry[];
  insights: ReadonlyMap<string, Insight>;
  selection: Selection | undefined;
  now: number;
  onSeen: (rows: readonly Row[]) => void;
  onHold: () => void;
  onRelease: () => void;
};

const ROW = 40;
const GROUP = 36;

/** All executions as one table, of which only what is near the window is made. */
export const Table = ({ entries, insights, selection, now, onSeen, onHold, onRelease }: TableProps) => {
  const { place, items, measure, before, after } = useRowsInView({
    count: entries.length,
    sizeOf: (index) => (entries[index]?.kind === 'group' ? GROUP : ROW),
    keyOf: (index) => {
      const entry = entries[index];
      return entry ? entryKey(entry) : index;
    },
  });
  useRowKeys(place, 'td.sub a', 'execution');
  const [first, last] = [items[0], items.at(-1)];
  const seen = `${first?.key} ${last?.key} ${entries.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when other rows come into sight
  useEffect(() => {
    onSeen(items.flatMap(({ index }) => (entries[index]?.kind === 'row' ? [entries[index].row] : [])));
  }, [seen, onSeen]);

  const columns = selection ? 8 : 7;
  return (
    <div ref={place} className="table-place">
      <table
        className="ex"
        aria-rowcount={entries.length}
        onPointerEnter={onHold}
        onPointerLeave={onRelease}
        onFocus={onHold}
        onBlur={onRelease}
      >
        <caption className="vh">Executions, newest first; failures are grouped by their cause</caption>
        <thead>
          <tr>
            {selection && (
              <td>
                <span className="vh">Select</span>
              </td>
            )}
            <th scope="col">Subject</th>
            <th scope="col">Status</th>
            <th scope="col">Workflow</th>
            <th scope="col">Reason, or where it is</th>
            <th scope="col" className="end">
              Started
            </th>
            <th scope="col" className="end">
              Took
            </th>
            <th scope="col" className="end">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          <Space height={before} columns={columns} />
          {items.map(({ index, key }) => {
            const entry = entries[index];
            if (!entry) return null;
            if (entry.kind === 'group')
              return (
                <tr key={key} ref={measure} data-index={index} className="group">
                  <th scope="colgroup" colSpan={columns}>
                    <b>{entry.group.title}</b> <span className="muted dot-sep">{entry.group.says}</span>
                  </th>
                </tr>
              );
            const { row } = entry;
            const chosen = selection?.chosen.has(row.arn) ?? false;
            return (
              <tr
                key={key}
                ref={measure}
                data-index={index}
                data-arn={row.arn}
                aria-rowindex={index + 1}
                className={chosen ? 'on' : undefined}
              >
                <RowView
                  row={row}
                  insight={insights.get(row.arn)}
                  chosen={chosen}
                  onToggle={selection?.toggle}
                  now={row.stoppedAt === undefined ? now : row.stoppedAt}
                />
              </tr>
            );
          })}
          <Space height={after} columns={columns} />
        </tbody>
      </table>
    </div>
  );
};
