import { formatBytes } from '@marquee/ui/count.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { memo } from 'react';
import { Cell, Checkbox, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import type { Asset } from '../api/assets.ts';
import { type AssetListProps, measureOf, rowsOf } from './asset-grid.tsx';
import { AssetState } from './asset-state.tsx';
import { kindOf } from './find.ts';
import { Picture } from './picture.tsx';
import { useLibraryWords } from './words.ts';

const Tick = () => (
  <Checkbox slot="selection" className="tick">
    <Icon name="check" />
  </Checkbox>
);

const AssetRow = ({ asset, on }: { asset: Asset; on: boolean }) => {
  const words = useLibraryWords();
  return (
    <Row id={asset.assetId} textValue={asset.name} className={on ? 'on' : ''}>
      <Cell>
        <Tick />
      </Cell>
      <Cell textValue={asset.name}>
        <span className="named">
          <span className="th">
            <Picture asset={asset} />
          </span>
          <span className="clip">{asset.name}</span>
        </span>
      </Cell>
      <Cell>
        <AssetState asset={asset} plain />
      </Cell>
      <Cell>
        {words.kind[kindOf(asset)]} <span className="muted num">{measureOf(asset)}</span>
      </Cell>
      <Cell>{asset.folder}</Cell>
      <Cell className="num end">{asset.bytes === undefined ? '' : formatBytes(asset.bytes)}</Cell>
      <Cell className="num">
        <Time at={new Date(asset.createdAt)} />
      </Cell>
      <Cell className="muted">{asset.createdBy}</Cell>
    </Row>
  );
};

/** Assets as a table: arrows walk it, space selects, Enter opens. */
export const AssetTable = memo(({ assets, current, selected, onSelect, onOpen }: AssetListProps) => {
  const words = useLibraryWords();
  const { columns } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it sideways by its arrows
    <section className="table-wrap" aria-label={words.assetList} tabIndex={0}>
      <Table
        aria-label={words.assetList}
        className="assets"
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={selected}
        onSelectionChange={onSelect}
        onRowAction={(key) => onOpen(String(key))}
      >
        <TableHeader>
          <Column>
            <Tick />
          </Column>
          <Column isRowHeader>{columns.name}</Column>
          <Column>{columns.state}</Column>
          <Column>{columns.kind}</Column>
          <Column>{columns.folder}</Column>
          <Column className="end">{columns.size}</Column>
          <Column>{columns.added}</Column>
          <Column>{columns.by}</Column>
        </TableHeader>
        <TableBody items={rowsOf(assets)} dependencies={[current, words]}>
          {({ id, thing: asset }) => <AssetRow asset={asset} on={id === current} />}
        </TableBody>
      </Table>
    </section>
  );
});
