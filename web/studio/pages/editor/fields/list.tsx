import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { type DragEvent, useRef, useState } from 'react';
import { useUndo } from '../../../app/undo.tsx';
import { useEditing, useValue } from '../editing.tsx';
import { fieldOf, moved, type Path } from '../model/paths.ts';
import { freshOf, kindOf, type Schema } from '../model/schema.ts';
import { summaryOf } from '../model/summary.ts';
import { useIsOpen } from '../opened.ts';
import { useEditorWords } from '../words.ts';
import { Field, type FieldProps, GroupFields } from './field.tsx';
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
          <Element
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

type ElementProps = {
  path: Path;
  schema: Schema;
  name: string;
  number: number;
  className: string;
  onDragStart: () => void;
  onDragEnter: () => void;
  onDragEnd: () => void;
  move: (by: number) => void;
  remove: () => void;
  isFirst: boolean;
  isLast: boolean;
};

const Element = ({ path, schema, name, number, className, move, remove, isFirst, isLast, ...drag }: ElementProps) => {
  const words = useEditorWords();
  const { opened, readOnly } = useEditing();
  const field = fieldOf(path);
  const kind = kindOf(schema);
  // What is one line long itself needs no summary.
  const isInline = ['line', 'text', 'choice', 'number', 'address'].includes(kind);
  const isOpen = useIsOpen(opened, field);
  const row = useRef<HTMLLIElement>(null);
  return (
    <li ref={row} className={className} data-field={field} onDragEnter={drag.onDragEnter}>
      <div className="list-row">
        {!readOnly && (
          <button
            type="button"
            className="grip"
            draggable
            aria-label={words.drag(name)}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', name);
              if (row.current) event.dataTransfer.setDragImage(row.current, 8, 8);
              drag.onDragStart();
            }}
            onDragEnd={drag.onDragEnd}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
              if (by === 0) return;
              event.preventDefault();
              move(by);
            }}
          >
            <Icon name="drag" />
          </button>
        )}
        <span className="num muted list-n">{number}</span>
        {isInline ? (
          <div className="list-inline">
            <Field path={path} schema={schema} label={words.element(number)} />
          </div>
        ) : (
          <button type="button" className="list-open" aria-expanded={isOpen} onClick={() => opened.toggle(field)}>
            <bdi className="clip">{name}</bdi>
            <Icon name="chevron" />
          </button>
        )}
        {!readOnly && (
          <span className="list-tools">
            <Button
              kind="quiet"
              small
              icon="chevron"
              isDisabled={isFirst}
              aria-label={words.moveUp(name)}
              onPress={() => move(-1)}
            />
            <Button
              kind="quiet"
              small
              icon="chevron"
              isDisabled={isLast}
              aria-label={words.moveDown(name)}
              onPress={() => move(1)}
            />
            <Button kind="quiet" small icon="trash" aria-label={words.remove(name)} onPress={remove} />
          </span>
        )}
      </div>
      {!isInline && isOpen && (
        <div className="list-body">
          {kind === 'group' ? (
            <GroupFields path={path} schema={schema} />
          ) : (
            <Field path={path} schema={schema} label={name} />
          )}
        </div>
      )}
    </li>
  );
};
