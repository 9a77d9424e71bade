import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Mark } from '@marquee/ui/mark.tsx';
import { ThemeSwitch } from '@marquee/ui/theme.tsx';
import { Link, useLocation } from 'wouter';
import { useDeadLetterCount } from '../dead-letters/use-count.ts';
import { Find } from './find.tsx';
import { PLACES, type Place } from './places.ts';
import { useSession } from './session.tsx';

const Brand = () => (
  <Link href="/executions" className="brand">
    <Mark />
    Marquee ops
  </Link>
);

const PlaceLink = ({ path, label, icon, count }: Omit<Place, 'key'> & { count?: number }) => {
  const [location] = useLocation();
  const current = location === path || location.startsWith(`${path}/`);
  return (
    <Link href={path} aria-current={current ? 'page' : undefined}>
      <Icon name={icon} />
      {label}
      {count !== undefined && count > 0 && (
        <span className="n">
          <span className="vh">waiting: </span>
          {count}
        </span>
      )}
    </Link>
  );
};

export const TopBar = () => {
  const { stage, production, local, role, account } = useSession();
  const deadLetters = useDeadLetterCount();
  return (
    <header className="topbar">
      <Brand />
      <span
        className={production ? 'env env-production' : 'env'}
        title={`${local ? 'the runtime on this machine' : `account ${account}`}, as ${role}`}
      >
        stage: {stage}
      </span>
      <nav aria-label="Console" data-scroll>
        <ul>
          {PLACES.map(({ key, ...place }) => (
            <li key={place.path}>
              <PlaceLink {...place} count={place.path === '/dead-letters' ? deadLetters : undefined} />
            </li>
          ))}
        </ul>
      </nav>
      <span className="grow" />
      <Find />
      <ThemeSwitch />
    </header>
  );
};
