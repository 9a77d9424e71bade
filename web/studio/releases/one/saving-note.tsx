import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { ReleaseDetails } from '../../api/releases.ts';
import { useWords } from '../../words/use-words.ts';
import { cityOf } from '../model/moments.ts';
import { detailsOf, differing } from '../model/standing.ts';
import { usePlacesLine } from '../use-places.ts';
import { useReleaseWords } from '../words.ts';
import type { UsedRelease } from './use-release.ts';

type Props = Pick<UsedRelease, 'saving' | 'again' | 'keepMine' | 'takeTheirs'> & { mine: ReleaseDetails };

/** Whether what was written is kept; where somebody else was quicker, both, and the choice. */
export const SavingNote = ({ saving, again, keepMine, takeTheirs, mine }: Props) => {
  const words = useReleaseWords();
  const { tryAgain } = useWords();
  if (typeof saving === 'string') {
    return (
      <span className="kept small muted" role="status">
        <Icon name={saving === 'saved' ? 'check' : 'running'} /> {words[saving]}
      </span>
    );
  }
  if ('failed' in saving) {
    return (
      <div className="fix" role="alert">
        <p>
          <b>{words.notSaved}.</b> {saving.failed}
        </p>
        <div className="row">
          <Button small onPress={again}>
            {tryAgain}
          </Button>
        </div>
      </div>
    );
  }
  const { theirs } = saving;
  const own = detailsOf(theirs);
  const members = differing(mine, own);
  return (
    <div className="fix" role="alert">
      <p>
        <b>{words.conflict}.</b>{' '}
        {words.conflictWhy(theirs.updatedBy, members.map((member) => words.members[member]).join(', '))}
      </p>
      <dl className="versus">
        {members.map((member) => (
          <div key={member}>
            <dt>{words.mine}</dt>
            <dd>
              <Told details={mine} member={member} />
            </dd>
            <dt>{words.theirs}</dt>
            <dd>
              <Told details={own} member={member} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Button small onPress={() => keepMine(theirs)}>
          {words.keepMine}
        </Button>
        <Button small onPress={() => takeTheirs(theirs)}>
          {words.takeTheirs}
        </Button>
      </div>
    </div>
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
