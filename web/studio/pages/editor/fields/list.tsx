import { Button } from '@marquee/ui/button.tsx';
import { type DragEvent, useRef, useState } from 'react';
import { useUndo } from '../../../app/undo.tsx';
import { useEditing, useValue } from '../editing.tsx';
import { fieldOf, moved } from '../model/paths.ts';
import { freshOf } from '../model/schema.ts';
import { summaryOf } from '../model/summary.ts';
import { useEditorWords } from '../words.ts';
import type { FieldProps } from './field.tsx';
import { ListElement } from './list-element.tsx';
import { FieldShell } from './shell.tsx';

const EMPTY: readonly unknown[] = [];

/** A list: its elements in a line each, opened to be written, put in another order by dragging or by keys. */
export const ListField = ({ path, schema, label }: FieldProps) => {
  const words = useEditorWords();
  const { opened, readOnly, draft } = useEditing();
  const offer = useUndo();
  const [value = EMPTY, set] = useValue<readonly unknown[]>(path);
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const [said, setSaid] = useState('');
  const place = useRef<HTMLOListElement>(null);
  const items = schema.items ?? {};
  const field = fieldOf(path);
  const nameAt = useNameAt(value);

  const add = (): void => {
    const at = value.length;
    set([...value, freshOf(items)]);
    opened.open([`${field}.${at}`]);
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        place.current
          ?.querySelector<HTMLElement>(
            `[data-field="${CSS.escape(`${field}.${at}`)}"] :is(.list-body, .list-inline) :is(input, textarea, select, button)`,
          )
          ?.focus(),
      ),
    );
  };
  const remove = (index: number): void => {
    const name = nameAt(index);
    const removed = value[index];
    opened.shut(field);
    set(value.filter((_, at) => at !== index));
    offer({
      said: words.removed(name),
      // Others may have come and gone since: it goes back to where it was, or to the end.
      async undo() {
        const now = (draft.valueAt(path) as readonly unknown[] | undefined) ?? [];
        draft.set(path, [...now.slice(0, index), removed, ...now.slice(index)]);
      },
    });
  };
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= value.length || from === to) return;
    setSaid(words.movedTo(nameAt(from), to + 1, value.length));
    const isOpen = opened.has(`${field}.${from}`);
    set(moved(value, from, to));
    opened.shut(field, isOpen ? `${field}.${to}` : undefined);
    requestAnimationFrame(() =>
      place.current?.querySelectorAll<HTMLElement>(':scope > li > .list-row > .grip')[to]?.focus(),
    );
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (dragged !== undefined && over !== undefined) move(dragged, over);
    setDragged(undefined);
    setOver(undefined);
  };
  const isFull = schema.maxItems !== undefined && value.length >= schema.maxItems;
  return (
    <FieldShell
      path={path}
      label={
        <>
          {label} <span className="count">{value.length > 0 ? value.length : ''}</span>
        </>
      }
      beside={
        !readOnly && (
          <Button small kind="quiet" icon="plus" isDisabled={isFull} aria-label={words.add(label)} onPress={add}>
            {words.add('').replace(/[:\s]+$/, '')}
          </Button>
        )
      }
      hint={isFull ? words.fullList(schema.maxItems ?? 0) : undefined}
    >
      {value.length === 0 && <p className="hint">{words.emptyList}</p>}
      <ol
        className="list"
        ref={place}
        onDrop={drop}
        onDragOver={(event) => dragged !== undefined && event.preventDefault()}
      >
        {value.map((_, index) => (
          <ListElement
            // biome-ignore lint/suspicious/noArrayIndexKey: elements have no names of their own; their place is their path
            key={index}
            path={[...path, index]}
            schema={items}
            name={nameAt(index)}
            number={index + 1}
            className={[dragged === index && 'drag', over === index && dragged !== index && 'over']
              .filter(Boolean)
              .join(' ')}
            onDragStart={() => setDragged(index)}
            onDragEnter={() => dragged !== undefined && setOver(index)}
            onDragEnd={() => setDragged(undefined)}
            move={(by) => move(index, index + by)}
            remove={() => remove(index)}
            isFirst={index === 0}
            isLast={index === value.length - 1}
          />
        ))}
      </ol>
      <span className="vh" aria-live="polite">
        {said}
      </span>
    </FieldShell>
  );
};

const useNameAt = (value: readonly unknown[]): ((index: number) => string) => {
  const words = useEditorWords();
  const { written, names } = useEditing();
  return (index) => summaryOf(value[index], written[0]?.locale ?? 'en', names) || words.element(index + 1);
};
