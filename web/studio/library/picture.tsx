import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { IconName } from '@marquee/ui/icons/icons.tsx';
import type { Asset } from '../api/assets.ts';
import { type Kind, kindOf } from './find.ts';

const ICONS: Readonly<Record<Kind, IconName>> = { image: 'image', video: 'film', captions: 'caption' };

export const iconOf = (asset: Pick<Asset, 'contentType' | 'declaredType'>): IconName => ICONS[kindOf(asset)];

/** What an asset looks like, or the shape of its kind until there is something to see. Decoration: its name stands beside it. */
export const Picture = ({ asset }: { asset: Asset }) => {
  const { thumbnail, focalPoint } = asset;
  return thumbnail ? (
    <img
      className="art"
      src={thumbnail}
      alt=""
      loading="lazy"
      decoding="async"
      style={{ objectPosition: `${focalPoint.x}% ${focalPoint.y}%` }}
    />
  ) : (
    <span className="wavebox">
      <Icon name={iconOf(asset)} size="lg" />
    </span>
  );
};
