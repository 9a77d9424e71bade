import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { IconName } from '@marquee/ui/icons/icons.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { memo } from 'react';
import { Cell, Checkbox, Column, Row, type Selection, Table, TableBody, TableHeader } from 'react-aria-components';
import type { Asset } from '../api/assets.ts';
import { type Item, nameOf } from '../api/content.ts';
import type { SiteLanguage } from '../api/use-site-languages.ts';
import { createRows } from '../app/rows.ts';
import { useSession } from '../app/session.tsx';
import { kindOf } from '../library/find.ts';
import { Picture } from '../library/picture.tsx';
import { faultyLocales } from './find.ts';
import { PageState } from './page-state.tsx';
import { usePagesWords } from './words.ts';

const ICONS: Readonly<Record<string, IconName>> = {
  ...{ title: 'film', news: 'page', person: 'eye', trailer: 'play', gallery: 'image', faq: 'question' },
  ...{ 'press-kit': 'inbox', navigation: 'link' },
};

export const iconOfType = (type: string): IconName => ICONS[type] ?? 'page';

const Tick = () => (
  <Checkbox slot="selection" className="tick">
    <Icon name="check" />
  </Checkbox>
);

type LanguagesProps = { item: Item; languages: readonly SiteLanguage[] };

/** The languages of the site, and in which of them the item has a page: by shape and word, not by colour alone. */
const Languages = ({ item, languages }: LanguagesProps) => {
  const words = usePagesWords();
  const faulty = faultyLocales(
    item,
    languages.map(({ locale }) => locale),
  );
  return (
    <span className="tongues">
      {languages.map(({ locale, label }) => {
        const has = Boolean(item.names[locale]);
        const [icon, says] = faulty.includes(locale)
          ? (['failed', words.hasProblem(label)] as const)
          : has
            ? (['check', words.has(label)] as const)
            : (['minus', words.hasNot(label)] as const);
        return (
          <span key={locale} className={`tongue ${icon}`} title={says}>
            <Icon name={icon} />
            <span aria-hidden="true">{locale}</span>
            <span className="vh">{says}</span>
          </span>
        );
      })}
    </span>
  );
};

type Props = {
  items: readonly Item[];
  languages: readonly SiteLanguage[];
  assets: ReadonlyMap<string, Asset>;
  /** Items with work that the API has not yet. */
  unsaved: ReadonlySet<string>;
  selected: ReadonlySet<string>;
  onSelect?: (selected: Selection) => void;
  onOpen: (itemId: string) => void;
};

const pictureOf = ({ assets: ids = [] }: Item, assets: ReadonlyMap<string, Asset>): Asset | undefined =>
  ids.map((id) => assets.get(id)).find((asset) => asset && kindOf(asset) === 'image' && asset.thumbnail);

const rowsOf = createRows<Item>(({ itemId }) => itemId);

/** Pages as a table: arrows walk it, space selects, Enter opens. */
export const PageTable = memo(({ items, languages, assets, unsaved, selected, onSelect, onOpen }: Props) => {
  const words = usePagesWords();
  const { person } = useSession();
  const { columns } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it sideways by its arrows
    <section className="table-wrap" aria-label={words.list} tabIndex={0}>
      <Table
        aria-label={words.list}
        className="assets pages"
        selectionMode={onSelect ? 'multiple' : 'none'}
        selectionBehavior="toggle"
        selectedKeys={selected}
        onSelectionChange={onSelect}
        onRowAction={(key) => onOpen(String(key))}
      >
        <TableHeader>
          {onSelect && (
            <Column>
              <Tick />
            </Column>
          )}
          <Column isRowHeader>{columns.name}</Column>
          <Column>{columns.type}</Column>
          <Column>{columns.state}</Column>
          <Column>{columns.languages}</Column>
          <Column>{columns.changed}</Column>
          <Column>{columns.by}</Column>
        </TableHeader>
        <TableBody items={rowsOf(items)} dependencies={[words, languages, assets, unsaved]}>
          {({ id, thing: item }) => {
            const picture = pictureOf(item, assets);
            return (
              <Row id={id} textValue={nameOf(item)}>
                {onSelect && (
                  <Cell>
                    <Tick />
                  </Cell>
                )}
                <Cell textValue={nameOf(item)}>
                  <span className="named">
                    <span className="th">
                      {picture ? (
                        <Picture asset={picture} />
                      ) : (
                        <span className="wavebox">
                          <Icon name={iconOfType(item.type)} />
                        </span>
                      )}
                    </span>
                    <bdi className="clip">{nameOf(item)}</bdi>
                    {unsaved.has(id) && (
                      <span className="unsaved" title={words.unsaved}>
                        <Icon name="draft" label={words.unsaved} />
                      </span>
                    )}
                  </span>
                </Cell>
                <Cell>{words.types[item.type] ?? item.type}</Cell>
                <Cell>
                  <PageState item={item} plain />
                </Cell>
                <Cell>
                  <Languages item={item} languages={languages} />
                </Cell>
                <Cell className="num">
                  <Time at={new Date(item.updatedAt)} />
                </Cell>
                <Cell className="muted">{item.updatedBy === person.userName ? words.you : item.updatedBy}</Cell>
              </Row>
            );
          }}
        </TableBody>
      </Table>
    </section>
  );
});
