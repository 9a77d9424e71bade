import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Segments } from '@marquee/ui/segments.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useChat } from '../api/use-chat.ts';
import { useSiteLanguages } from '../api/use-site-languages.ts';
import { useQuestionWords } from './words.ts';

/** How far it looks back. */
const DAYS = 30;

/** What fans ask about most, by what answered it or did not. */
export const AskedMost = () => {
  const words = useQuestionWords();
  const chat = useChat();
  const languages = useSiteLanguages();
  const [chosen, setChosen] = useState<string>();
  const locale = chosen ?? languages[0]?.locale ?? 'en';
  const { data, error, isPending } = useQuery({
    queryKey: ['asked', locale],
    queryFn: () => chat.asked(locale, DAYS),
    refetchInterval: 10_000,
  });
  const most = Math.max(1, ...(data?.asked.map(({ count }) => count) ?? []));
  return (
    <>
      {languages.length > 1 && (
        <Segments
          label={words.languageOf}
          name="asked-language"
          options={languages.map(({ locale: value, label }) => ({ value, label }))}
          value={locale}
          onChange={setChosen}
        />
      )}
      {isPending && <Skeleton rows={5} />}
      {error && <Failure title={words.failed} error={error} />}
      {data?.asked.length === 0 && <Empty title={words.noMost}>{words.noMostWhy}</Empty>}
      {data && data.asked.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it sideways by its arrows
        <section className="table-wrap" aria-label={words.most} tabIndex={0}>
          <table className="assets most">
            <caption className="muted sm">{words.mostWhy(DAYS)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.subject}</th>
                <th scope="col">{words.columns.outcome}</th>
                <th scope="col">{words.columns.count}</th>
              </tr>
            </thead>
            <tbody>
              {data.asked.map(({ subject, title, itemId, outcome, count }) => (
                <tr key={subject}>
                  <th scope="row">
                    {itemId ? <Link href={`/pages/${itemId}`}>{title}</Link> : title || words.noSource}
                  </th>
                  <td>{words.outcomes[outcome] ?? outcome}</td>
                  <td className="num">
                    <span className="count-bar" style={{ width: `${(6 * count) / most}rem` }} aria-hidden="true" />
                    {count}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
};
