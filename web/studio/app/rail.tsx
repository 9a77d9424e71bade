import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Mark } from '@marquee/ui/mark.tsx';
import { Menu } from '@marquee/ui/menu.tsx';
import { ThemeSwitch } from '@marquee/ui/theme.tsx';
import { Link, useLocation } from 'wouter';
import { useWords } from '../words/use-words.ts';
import { mayOf } from './person.ts';
import { BELOW, PLACES, type Place } from './places.ts';
import { useSession } from './session.tsx';
import { Waiting } from './waiting.tsx';

const Brand = () => (
  <Link href="/library" className="brand">
    <Mark />
    <span>{useWords().studio}</span>
  </Link>
);

const PlaceLink = ({ id, path, icon }: Place) => {
  const [location] = useLocation();
  const words = useWords();
  const current = location === path || location.startsWith(`${path}/`);
  return (
    <li>
      <Link href={path} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} />
        {words.places[id]} <Waiting at={id} />
      </Link>
    </li>
  );
};

const initials = (name: string): string => {
  const parts = name.split('@')[0]?.split(/[\s._-]+/) ?? [];
  const [first = '?', second] = parts;
  return `${first[0] ?? '?'}${second?.[0] ?? first[1] ?? ''}`.toUpperCase();
};

const Me = () => {
  const { person, signOut } = useSession();
  const words = useWords();
  return (
    <div className="me">
      <span className="avatar" aria-hidden="true">
        {initials(person.name)}
      </span>
      <span className="grow clip">
        {person.name}
        <span className="small muted">{person.roles.map((role) => words.roles[role]).join(', ')}</span>
      </span>
      <Menu
        label={person.name}
        trigger={<Button kind="quiet" small icon="more" aria-label={`${person.name}: ${words.signOut}`} />}
        entries={[{ id: 'out', label: words.signOut, icon: 'external', onAction: signOut }]}
      />
    </div>
  );
};

/** Where one is, and where else one can go: what a role has no part in is left out. */
export const Rail = () => {
  const words = useWords();
  const { person, stage } = useSession();
  const places = PLACES.filter(({ needs }) => needs === undefined || mayOf(person.roles, needs));
  const above = places.filter(({ id }) => !BELOW.includes(id));
  const below = places.filter(({ id }) => BELOW.includes(id));
  return (
    <header className="side">
      <Brand />
      <a className="which" href="/" target="_blank" rel="noreferrer">
        <span>
          <b>{words.seeSite}</b>
          <span className="small muted">{words.stage(stage)}</span>
        </span>
        <Icon name="external" />
      </a>
      <nav aria-label={words.navigation} data-scroll>
        <ul>
          {above.map((place) => (
            <PlaceLink key={place.id} {...place} />
          ))}
          <li className="sep" aria-hidden="true" />
          {below.map((place) => (
            <PlaceLink key={place.id} {...place} />
          ))}
        </ul>
      </nav>
      <Me />
      <ThemeSwitch />
    </header>
  );
};
