import type { ReleaseDetails } from '../../api/releases.ts';
import { cityOf } from '../../app/zoned.ts';

import { differing } from '../model/standing.ts';
import { usePlacesLine } from '../use-places.ts';
import { useReleaseWords } from '../words.ts';

type Props = { mine: ReleaseDetails; theirs: ReleaseDetails };

/** What two people wrote of one release, where they differ. */
export const Differences = ({ mine, theirs }: Props) => {
  const words = useReleaseWords();
  const members = differing(mine, theirs);
  return (
    <>
      <p>{words.differing(members.map((member) => words.members[member]).join(', '))}</p>
      <dl className="versus">
        {members.map((member) => (
          <div key={member}>
            <dt>{words.mine}</dt>
            <dd>
              <Told details={mine} member={member} />
            </dd>
            <dt>{words.theirs}</dt>
            <dd>
              <Told details={theirs} member={member} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
};

const Told = ({ details, member }: { details: ReleaseDetails; member: keyof ReleaseDetails }) => {
  const words = useReleaseWords();
  const places = usePlacesLine();
  if (member === 'name') return details.name;
  if (details[member].length === 0) return words.nothing;
  if (member === 'assets') return words.files(details.assets.length);
  if (member === 'items')
    return details.items
      .map(({ itemId, version }) => (version ? `${itemId} (${words.version(version)})` : itemId))
      .join(', ');
  return details.windows
    .map(
      ({ at, zone, territories }) =>
        `${places(territories, details.windows)}: ${words.inPlace(at.replace('T', ', '), cityOf(zone))}`,
    )
    .join('; ');
};
