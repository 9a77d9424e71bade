import type { Context } from '../context.ts';
import type { Crumb } from '../parts/breadcrumb.ts';
import { absolute } from '../url.ts';
import type { LinkedData } from './node.ts';

/** The way to a page, the page itself last. */
export const breadcrumbList = ({ frame }: Context, crumbs: readonly Crumb[] = []): LinkedData[] => {
  if (crumbs.length === 0) return [];
  const way = [...crumbs.map(({ label, url }) => ({ name: label, url })), { name: frame.title, url: frame.path }];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: way.map(({ name, url }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: absolute(frame.origin, url),
      })),
    },
  ];
};
