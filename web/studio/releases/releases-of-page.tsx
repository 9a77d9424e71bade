import { Link } from 'wouter';
import { AddToRelease } from './add-to-release.tsx';
import { nextWindow } from './model/standing.ts';
import { Moment } from './moment.tsx';
import { ReleaseState } from './release-state.tsx';
import { useReleases } from './use-releases.ts';

/** The releases that a page is part of, and the way into another one. */
export const ReleasesOfPage = ({ itemId, name }: { itemId: string; name: string }) => {
  const { releases = [] } = useReleases();
  const having = releases.filter(({ items }) => items.some((item) => item.itemId === itemId));
  return (
    <>
      {having.map((release) => {
        const next = nextWindow(release);
        return (
          <p key={release.releaseId} className="sm of-page">
            <Link href={`/releases/${release.releaseId}`}>
              <bdi>{release.name}</bdi>
            </Link>
            <ReleaseState state={release.state} plain />
            {next && (
              <span className="small muted">
                <Moment {...next} />
              </span>
            )}
          </p>
        );
      })}
      <AddToRelease itemId={itemId} name={name} />
    </>
  );
};
