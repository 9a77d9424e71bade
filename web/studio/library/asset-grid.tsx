import { formatDuration } from '@marquee/ui/duration.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { memo } from 'react';
import { Checkbox, GridList, GridListItem, type Selection } from 'react-aria-components';
import type { Asset } from '../api/assets.ts';
import { createRows } from '../app/rows.ts';
import { AssetState } from './asset-state.tsx';
import { iconOf, Picture } from './picture.tsx';
import { useLibraryWords } from './words.ts';

export type AssetListProps = {
  assets: readonly Asset[];
  /** Whose details are open. */
  current?: string;
  selected: ReadonlySet<string>;
  onSelect: (selected: Selection) => void;
  onOpen: (assetId: string) => void;
};

/** `6016 × 3609`, `1:42`, or nothing where it is not known. */
export const measureOf = ({ width, height, duration }: Asset): string => {
  if (duration !== undefined) return formatDuration(duration * 1000);
  return width && height ? `${width} × ${height}` : '';
};

const Card = ({ asset }: { asset: Asset }) => {
  const words = useLibraryWords();
  const measure = measureOf(asset);
  return (
    <>
      <span className="pic">
        <Picture asset={asset} />
        <span className="k">
          <Icon name={iconOf(asset)} />
          {measure}
        </span>
        <Checkbox slot="selection" className="tick">
          <Icon name="check" />
        </Checkbox>
      </span>
      <b className="name clip">{asset.name}</b>
      <span className="meta">
        <AssetState asset={asset} />
        {asset.replacement && (
          <span>{asset.replacement.state === 'refused' ? words.replacementRefused : words.replacing}</span>
        )}
      </span>
    </>
  );
};

/** Rows of assets for collections. */
export const rowsOf = createRows<Asset>(({ assetId }) => assetId);

/** Assets as cards: arrows walk them, space selects, Enter opens. */
export const AssetGrid = memo(({ assets, current, selected, onSelect, onOpen }: AssetListProps) => (
  <GridList
    aria-label={useLibraryWords().assetList}
    className="grid"
    layout="grid"
    selectionMode="multiple"
    selectionBehavior="toggle"
    selectedKeys={selected}
    onSelectionChange={onSelect}
    onAction={(key) => onOpen(String(key))}
    items={rowsOf(assets)}
    dependencies={[current]}
  >
    {({ id, thing: asset }) => (
      <GridListItem id={id} textValue={asset.name} className={id === current ? 'card on' : 'card'}>
        <Card asset={asset} />
      </GridListItem>
    )}
  </GridList>
));
