import { Icon } from '@marquee/ui/icons/icon.tsx';
import { StatusIcon } from '@marquee/ui/status.tsx';
import type { Status } from '@marquee/ui/words/statuses.ts';
import { Link } from 'wouter';
import type { Readiness } from '../../api/releases.ts';
import { useSiteLanguages } from '../../api/use-site-languages.ts';
import { countReady, type GateRow, gateOf } from '../model/readiness.ts';
import { useReleaseWords } from '../words.ts';

const STATUSES: Readonly<Record<GateRow['severity'], Status>> = {
  blocking: 'failed',
  waiting: 'running',
  advice: 'retried',
  ready: 'succeeded',
};

/** What a release still lacks, line by line: what blocks first, each with where it is mended. */
export const Gate = ({ readiness, error }: { readiness: Readiness | undefined; error: Error | null }) => {
  const words = useReleaseWords();
  const languages = useSiteLanguages();
  const rows = readiness ? gateOf(readiness, languages) : [];
  const { ready, of } = countReady(rows);
  return (
    <section className="gate-list" aria-label={words.gate}>
      <h2>
        {words.gate} {of > 0 && <span className="muted small num">{words.gateOf(ready, of)}</span>}
      </h2>
      {error && !readiness && (
        <p className="error" role="alert">
          <Icon name="failed" /> {words.gateFailed}. {error.message}
        </p>
      )}
      {readiness && rows.length === 0 && <p className="sm muted">{words.gateEmpty}</p>}
      <ul>
        {rows.map((row) => (
          <GateLine key={row.id} row={row} readiness={readiness} />
        ))}
      </ul>
    </section>
  );
};

const GateLine = ({ row, readiness }: { row: GateRow; readiness: Readiness | undefined }) => {
  const words = useReleaseWords();
  const { kind, severity, problems, to, renditions } = row;
  const outside = readiness?.links.filter(({ checked }) => !checked).length ?? 0;
  const inside = readiness?.links.filter(({ ok, checked }) => ok && checked).length ?? 0;
  const name = (): string => {
    if (kind === 'language')
      return severity === 'ready' ? words.inLanguage(row.name) : words.lacksLanguage(row.name, problems.length);
    if (kind === 'window') return words.kinds.window;
    if (row.id === 'links') return inside > 0 ? words.linksAnswer(inside) : words.linksOutside(outside);
    return row.name;
  };
  const isTold = severity !== 'ready' && kind !== 'language';
  return (
    <li className={`gate-row gate-${severity}`}>
      <StatusIcon status={STATUSES[severity]} />
      <div className="grow">
        <p className="gate-name">
          <span className="vh">
            {words.kinds[kind]}, {words.severities[severity]}:{' '}
          </span>
          <bdi>{name()}</bdi>
        </p>
        {renditions && renditions.total > 0 && (
          <p className="small muted num">{words.renditions(renditions.ready, renditions.total)}</p>
        )}
        {row.id === 'links' && inside > 0 && outside > 0 && (
          <p className="small muted">{words.linksOutside(outside)}</p>
        )}
        {isTold &&
          problems.map(({ message, remedy, field }) => (
            <p key={`${field} ${message}`} className="small">
              {message} {remedy}
            </p>
          ))}
        {to && severity !== 'ready' && (
          <Link href={to} className="small">
            {kind === 'file' ? words.mendFile : words.mendPage}
          </Link>
        )}
      </div>
    </li>
  );
};
