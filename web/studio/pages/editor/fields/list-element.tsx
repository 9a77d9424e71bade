import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useRef } from 'react';
import { useEditing } from '../editing.tsx';
import { fieldOf, type Path } from '../model/paths.ts';
import { kindOf, type Schema } from '../model/schema.ts';
import { useIsOpen } from '../opened.ts';
import { useEditorWords } from '../words.ts';
import { Field, GroupFields } from './field.tsx';

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

/** One element of a list: its line, and its fields where it is open. */
export const ListElement = ({
  path,
  schema,
  name,
  number,
  className,
  move,
  remove,
  isFirst,
  isLast,
  ...drag
}: ElementProps) => {
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
