import { Button } from '@marquee/ui/button.tsx';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { nameOf } from '../../../api/content.ts';
import { Combo } from '../../../app/combo.tsx';
import { PageState } from '../../page-state.tsx';
import { usePages } from '../../use-pages.ts';
import { usePagesWords } from '../../words.ts';
import { useEditing, useValue } from '../editing.tsx';
import type { Path } from '../model/paths.ts';
import { useEditorWords } from '../words.ts';
import type { FieldProps } from './field.tsx';
import { FieldShell } from './shell.tsx';

type ChooserProps = { path: Path; label: string; of?: string };

/** A page of this site, found by its name. `path` leads to the member that holds its id. */
export const PageChooser = ({ path, label, of }: ChooserProps) => {
  const words = usePagesWords();
  const { readOnly, written } = useEditing();
  const [value, set] = useValue<string>(path);
  const { data: items = [] } = usePages();
  const locale = written[0]?.locale;
  const options = useMemo(
    () =>
      items
        .filter(({ type }) => (of ? type === of : type !== 'navigation'))
        .map((item) => ({
          ...{ id: item.itemId, label: nameOf(item, locale) },
          more: of ? words.states[item.state] : words.types[item.type],
        }))
        .sort((one, other) => one.label.localeCompare(other.label)),
    [items, of, locale, words],
  );
  return <Combo {...{ label, options, value, isDisabled: readOnly }} onPick={set} />;
};

/** A reference to another page: how it stands is said, and one press leads there. */
export const ReferenceField = ({ path, schema, label }: FieldProps) => {
  const words = useEditorWords();
  const { readOnly } = useEditing();
  const [value, set] = useValue<{ ref: string }>(path);
  const { data: items = [] } = usePages();
  const item = items.find(({ itemId }) => itemId === value?.ref);
  return (
    <FieldShell
      path={path}
      label={label}
      beside={
        item && (
          <span className="row ref-of">
            <PageState item={item} plain />
            <Link href={`/pages/${item.itemId}`} className="small">
              {words.openPage('').trim()}
              <span className="vh"> {nameOf(item)}</span>
            </Link>
          </span>
        )
      }
    >
      <div className="with-button">
        <PageChooser path={[...path, 'ref']} label={label} of={schema.of} />
        {value && !readOnly && (
          <Button kind="quiet" icon="close" aria-label={`${words.takeOut}: ${label}`} onPress={() => set(undefined)} />
        )}
      </div>
    </FieldShell>
  );
};
