import { StatusPill } from '@marquee/ui/status.tsx';
import type { Status } from '@marquee/ui/words/statuses.ts';
import type { RehearsedMoment, RehearsedPage } from '../../api/releases.ts';
import { useReleaseWords } from '../words.ts';

const STATUSES: Readonly<Record<RehearsedPage['change'], Status>> = {
  new: 'published',
  changed: 'changed',
  same: 'waiting',
  gone: 'aborted',
};

type Props = { moment: RehearsedMoment; current: string | undefined; choose: (path: string) => void };

/** The pages that are other ones at a moment than now, and those of the release. */
export const PagesThen = ({ moment, current, choose }: Props) => {
  const words = useReleaseWords();
  const { pages, problems } = moment;
  return (
    <section className="then panel" aria-label={words.pagesThen}>
      <div className="panel-head">
        <h2>{words.pagesThen}</h2>
        <span className="muted small num">{pages.length}</span>
      </div>
      {problems.length > 0 && (
        <div className="fix" role="alert">
          <p>
            <b>{words.problemsThen}</b>
          </p>
          {problems.map(({ itemId, field, message, remedy, name }) => (
            <p key={`${itemId} ${field} ${message}`} className="small">
              {name && `${name}: `}
              {message} {remedy}
            </p>
          ))}
        </div>
      )}
      {pages.length === 0 && <p className="part-none muted">{words.noPages}</p>}
      <ul className="picks">
        {pages.map(({ path, title, locale, change }) => (
          <li key={path}>
            <button type="button" aria-current={path === current ? 'true' : undefined} onClick={() => choose(path)}>
              <span className="then-title">
                <b lang={locale}>{title || path}</b>
                <StatusPill status={STATUSES[change]} plain word={words.changes[change]} />
              </span>
              <code className="small muted clip">{path}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
