import { useQuery } from '@tanstack/react-query';
import { useApi, useMay } from '../app/session.tsx';
import { ApiError } from './call.ts';

export type SiteLanguage = { locale: string; label: string };

type Navigation = { data: { locales?: readonly SiteLanguage[] } };

/** What a site has that nobody has named yet. */
const FIRST: readonly SiteLanguage[] = [{ locale: 'en', label: 'English' }];

/** The languages of the site, the first one first. */
export const useSiteLanguages = (): readonly SiteLanguage[] => {
  const api = useApi();
  const may = useMay('seePages');
  const { data } = useQuery({
    queryKey: ['site-languages'],
    enabled: may,
    staleTime: 60_000,
    async queryFn(): Promise<readonly SiteLanguage[]> {
      try {
        const { data: navigation } = await api.get<Navigation>('/content/navigation');
        return navigation.locales ?? FIRST;
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return FIRST;
        throw error;
      }
    },
  });
  return data ?? FIRST;
};
