import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { contentOf, nameOf } from '../../api/content.ts';
import { useApi, useMay } from '../../app/session.tsx';
import { useInspectorWords } from './words.ts';

/** The pages that refer to an asset, in public or in a draft. */
export const useUses = (assetId: string) => {
  const api = useApi();
  const may = useMay('seePages');
  return useQuery({
    queryKey: ['uses', assetId],
    enabled: may,
    queryFn: async () => (await contentOf(api).list({ asset: assetId, limit: 100 })).items,
  });
};

/** Where it is used: what changes with it, and what would break without it. */
export const Uses = ({ assetId }: { assetId: string }) => {
  const words = useInspectorWords();
  const { data, error } = useUses(assetId);
  if (!data && !error) return null;
  return (
    <section>
      <h3>{words.use}</h3>
      {error && <p className="muted sm">{words.usedUnknown}</p>}
      {data?.length === 0 && <p className="muted sm">{words.usedNowhere}</p>}
      <ul className="uses">
        {data?.map((item) => (
          <li key={item.itemId}>
            <Link href={`/pages/${item.itemId}`}>{nameOf(item)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
